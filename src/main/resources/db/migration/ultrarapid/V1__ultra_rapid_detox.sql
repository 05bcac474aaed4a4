-- A centre's permission; its signatures are filled in once.
CREATE TABLE ultrarapid_permission (
    id              UUID          NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    centre_id       UUID          NOT NULL,
    legal_basis     VARCHAR(2000) NOT NULL,
    until_day       DATE          NOT NULL COMMENT 'the last service day of the centre on which it holds',
    director_id     UUID          NOT NULL,
    director_at     DATETIME(6)   NOT NULL,
    anaesthetist_id UUID          NULL COMMENT 'null until the second signature',
    anaesthetist_at DATETIME(6)   NULL,
    withdrawn_id    UUID          NULL,
    withdrawn_at    DATETIME(6)   NULL,
    KEY ultrarapid_permission_centre (centre_id, director_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- A point of the checklist that somebody signed, insert-only.
CREATE TABLE ultrarapid_point (
    id           UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL COMMENT 'where it is prepared',
    point        VARCHAR(40) NOT NULL,
    rule_version INT         NOT NULL,
    signed_at    DATETIME(6) NOT NULL,
    staff_id     UUID        NOT NULL,
    KEY ultrarapid_point_person (person_id, signed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- A beginning, insert-only.
CREATE TABLE ultrarapid_procedure (
    id           UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    rule_version INT         NOT NULL,
    started_at   DATETIME(6) NOT NULL,
    staff_id     UUID        NOT NULL,
    entry_id     UUID        NOT NULL COMMENT 'its entry in the record',
    KEY ultrarapid_procedure_person (person_id, started_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
