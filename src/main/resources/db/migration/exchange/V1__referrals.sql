-- Who a source means by its own number for a person, so that the same person is not registered twice. Insert-only.
CREATE TABLE exchange_source (
    owner_key   VARCHAR(400) NOT NULL PRIMARY KEY COMMENT 'namespace and number; a hash when longer',
    person_id   UUID         NOT NULL,
    recorded_at DATETIME(6)  NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_nopad_bin;

-- One row for each file that brought something. Insert-only; a file that brings nothing new leaves no row.
CREATE TABLE exchange_referral (
    id          UUID         NOT NULL PRIMARY KEY,
    person_id   UUID         NOT NULL,
    centre_id   UUID         NOT NULL COMMENT 'the centre that took it in',
    episode_id  UUID         NULL COMMENT 'the enquiry it opened; null when the person was in care there',
    file_name   VARCHAR(255) NOT NULL,
    source_name VARCHAR(120) NOT NULL,
    imported_at DATETIME(6)  NOT NULL,
    types       MEDIUMTEXT   NOT NULL COMMENT 'JSON list: what became of each type of entry',
    parts       MEDIUMTEXT   NOT NULL COMMENT 'JSON list: parts of entries that were left out',
    KEY exchange_referral_list (centre_id, imported_at, id),
    KEY exchange_referral_person (person_id, centre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The notes and alerts that came in, by what the source calls them: none comes in twice. Insert-only.
CREATE TABLE exchange_item (
    id          UUID         NOT NULL PRIMARY KEY,
    referral_id UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    source_key  VARCHAR(400) NOT NULL COLLATE utf8mb4_nopad_bin,
    CONSTRAINT exchange_item_referral FOREIGN KEY (referral_id) REFERENCES exchange_referral (id),
    UNIQUE KEY exchange_item_source (person_id, source_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
