-- How a step stands now. Whatever was said of it on the way is in reintegration_step_change, which is insert-only.
CREATE TABLE reintegration_step (
    id               UUID         NOT NULL PRIMARY KEY,
    person_id        UUID         NOT NULL,
    centre_id        UUID         NOT NULL,
    domain           VARCHAR(20)  NOT NULL,
    title            VARCHAR(200) NOT NULL,
    responsible      VARCHAR(20)  NOT NULL COMMENT 'PERSON, WORKER or THIRD_PARTY',
    worker_id        UUID         NULL COMMENT 'where a member of staff is responsible',
    third_party      VARCHAR(120) NULL COMMENT 'where somebody outside is responsible',
    status           VARCHAR(20)  NOT NULL,
    is_open          BOOLEAN      NOT NULL,
    due_on           DATE         NOT NULL COMMENT 'service day of the centre',
    reason           VARCHAR(500) NULL COMMENT 'why it is blocked or was cancelled',
    version          INT          NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    created_by       UUID         NOT NULL,
    changed_at       DATETIME(6)  NOT NULL,
    changed_by       UUID         NOT NULL,
    KEY reintegration_step_person (person_id, is_open, due_on, id),
    KEY reintegration_step_centre (centre_id, is_open, due_on, id),
    KEY reintegration_step_worker (worker_id, is_open, due_on, id),
    KEY reintegration_step_author (created_by, is_open, due_on, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each version of a step.
CREATE TABLE reintegration_step_change (
    id         UUID         NOT NULL PRIMARY KEY,
    step_id    UUID         NOT NULL,
    version    INT          NOT NULL,
    status     VARCHAR(20)  NOT NULL,
    due_on     DATE         NOT NULL,
    reason     VARCHAR(500) NULL,
    entry_id   UUID         NOT NULL COMMENT 'its entry in the record',
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NOT NULL,
    UNIQUE KEY reintegration_step_change_version (step_id, version),
    CONSTRAINT reintegration_step_change_step FOREIGN KEY (step_id) REFERENCES reintegration_step (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
