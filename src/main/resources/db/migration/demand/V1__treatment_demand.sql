-- Insert-only: what a person answered at the beginning of a treatment. An item without a row was not asked; that it is
-- not known is an answer. A correction is the next version.
CREATE TABLE demand_answer (
    id           UUID        NOT NULL PRIMARY KEY,
    episode_id   UUID        NOT NULL,
    item         VARCHAR(20) NOT NULL,
    version      INT         NOT NULL,
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    unit_id      UUID        NULL COMMENT 'the unit that wrote it; null: the whole centre',
    code         VARCHAR(20) NULL COMMENT 'null where the answer is an age',
    years        SMALLINT    NULL,
    rule_version INT         NOT NULL,
    recorded_at  DATETIME(6) NOT NULL,
    recorded_by  UUID        NOT NULL,
    UNIQUE KEY demand_answer_version (episode_id, item, version),
    KEY demand_answer_person (person_id, item)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: a file that left the house. What it says is not kept, only what it was and the hash it was signed with.
CREATE TABLE demand_file (
    id        UUID        NOT NULL PRIMARY KEY,
    year      SMALLINT    NOT NULL,
    centre_id UUID        NULL COMMENT 'null: all centres',
    kind      VARCHAR(20) NOT NULL,
    clients   INT         NOT NULL,
    hash      CHAR(64)    NOT NULL,
    made_at   DATETIME(6) NOT NULL,
    made_by   UUID        NOT NULL,
    KEY demand_file_made (made_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
