-- What colleagues ask of each other for a person. A row is answered once.
CREATE TABLE record_request (
    id          UUID         NOT NULL PRIMARY KEY,
    person_id   UUID         NOT NULL,
    centre_id   UUID         NOT NULL,
    asked_by    UUID         NOT NULL,
    asked_of    UUID         NOT NULL,
    title       VARCHAR(200) NOT NULL,
    due_on      DATE         NOT NULL COMMENT 'service day of the centre',
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    asked_at    DATETIME(6)  NOT NULL,
    answer      VARCHAR(20)  NULL,
    words       VARCHAR(500) NULL,
    answered_at DATETIME(6)  NULL,
    KEY record_request_person (person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
