-- One withdrawal under one protocol. Its state moves on; every act is kept in detox_act.
CREATE TABLE detox_episode (
    id               UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    version          INT         NOT NULL,
    person_id        UUID        NOT NULL,
    centre_id        UUID        NOT NULL,
    unit_id          UUID        NULL COMMENT 'the unit that wrote it; null: the whole centre',
    setting          VARCHAR(12) NOT NULL,
    substances       VARCHAR(200) NOT NULL COMMENT 'comma-separated, the main one first',
    protocol         VARCHAR(30) NOT NULL,
    protocol_version INT         NOT NULL COMMENT 'the version of the rule file it is led by',
    state            VARCHAR(12) NOT NULL,
    started_at       DATETIME(6) NOT NULL,
    watched_from     DATETIME(6) NOT NULL COMMENT 'when watching began, or began again after a pause',
    planned_end      DATE        NOT NULL COMMENT 'service day of the centre',
    ended_at         DATETIME(6) NULL,
    outcome          VARCHAR(30) NULL,
    live             BOOLEAN     NULL COMMENT 'true until ended: one live withdrawal a person',
    UNIQUE KEY detox_episode_live (person_id, live),
    KEY detox_episode_person (person_id, started_at),
    KEY detox_episode_centre (centre_id, live)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Every act, insert-only.
CREATE TABLE detox_act (
    detox_id    UUID         NOT NULL,
    version     INT          NOT NULL,
    act         VARCHAR(12)  NOT NULL,
    at          DATETIME(6)  NOT NULL COMMENT 'when it happened',
    recorded_at DATETIME(6)  NOT NULL COMMENT 'when it was entered',
    recorded_by UUID         NOT NULL,
    warnings    VARCHAR(400) NULL COMMENT 'codes of the rules that warned, comma-separated',
    reason      VARCHAR(1000) NULL,
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    PRIMARY KEY (detox_id, version),
    CONSTRAINT detox_act_episode FOREIGN KEY (detox_id) REFERENCES detox_episode (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- A due observation that was refused or put off, insert-only.
CREATE TABLE detox_omission (
    id          UUID         NOT NULL PRIMARY KEY,
    detox_id    UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    centre_id   UUID         NOT NULL,
    unit_id     UUID         NULL,
    instrument  VARCHAR(30)  NOT NULL,
    kind        VARCHAR(10)  NOT NULL COMMENT 'REFUSED or ASLEEP',
    reason      VARCHAR(200) NULL COMMENT 'what the person said; always there when refused',
    form_id     UUID         NULL COMMENT 'the vital signs taken while asleep',
    occurred_at DATETIME(6)  NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    staff_id    UUID         NOT NULL,
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    CONSTRAINT detox_omission_episode FOREIGN KEY (detox_id) REFERENCES detox_episode (id),
    KEY detox_omission_course (detox_id, instrument, occurred_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- How often something changed that the boards of a centre show: by it the nodes hear of each other's changes.
CREATE TABLE detox_news (
    centre_id UUID   NOT NULL PRIMARY KEY,
    changes   BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
