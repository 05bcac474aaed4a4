-- While a record is read as part of another one: which, and what it was called. Gone when they are parted.
CREATE TABLE person_merged (
    absorbed_id  UUID         NOT NULL PRIMARY KEY,
    surviving_id UUID         NOT NULL,
    known_as     VARCHAR(170) NOT NULL COLLATE utf8mb4_uca1400_ai_ci COMMENT 'the name or alias the absorbed one was shown by',
    CONSTRAINT person_merged_absorbed FOREIGN KEY (absorbed_id) REFERENCES person_person (id),
    CONSTRAINT person_merged_surviving FOREIGN KEY (surviving_id) REFERENCES person_person (id),
    KEY person_merged_surviving_id (surviving_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Where the absorbed record was known, to be put back as it was.
CREATE TABLE person_merged_centre (
    absorbed_id UUID         NOT NULL,
    centre_id   UUID         NOT NULL,
    since       DATETIME(6)  NOT NULL,
    through     BOOLEAN      NOT NULL COMMENT 'the surviving record is known here only through the absorbed one',
    PRIMARY KEY (absorbed_id, centre_id),
    CONSTRAINT person_merged_centre_absorbed FOREIGN KEY (absorbed_id) REFERENCES person_merged (absorbed_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
