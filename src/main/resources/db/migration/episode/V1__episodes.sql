-- One episode of care in one unit. Its state moves on; every act is kept in episode_event.
CREATE TABLE episode_episode (
    id              UUID         NOT NULL PRIMARY KEY,
    version         BIGINT       NOT NULL,
    person_id       UUID         NOT NULL,
    centre_id       UUID         NOT NULL,
    unit_id         UUID         NOT NULL,
    kind            VARCHAR(20)  NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    enquired_at     DATETIME(6)  NULL,
    waiting_since   DATETIME(6)  NULL,
    priority        VARCHAR(10)  NULL,
    priority_rank   TINYINT      NULL COMMENT '0 is the most urgent',
    priority_reason VARCHAR(200) NULL,
    opened_at       DATETIME(6)  NULL,
    ended_at        DATETIME(6)  NULL,
    end_reason      VARCHAR(30)  NULL,
    destination     VARCHAR(30)  NULL,
    last_act_at     DATETIME(6)  NOT NULL,
    comes_from      UUID         NULL COMMENT 'the episode of another centre that a transfer ended',
    live            BOOLEAN      NULL COMMENT 'true until closed: one live episode a person and unit',
    staying         BOOLEAN      NULL COMMENT 'true during an inpatient stay: a person stays in one place',
    CONSTRAINT episode_episode_comes_from FOREIGN KEY (comes_from) REFERENCES episode_episode (id),
    UNIQUE KEY episode_episode_live (person_id, unit_id, live),
    UNIQUE KEY episode_episode_staying (person_id, staying),
    KEY episode_episode_waiting (centre_id, state, priority_rank, waiting_since, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- A stay in one unit and bed; a move closes the row and inserts the next.
CREATE TABLE episode_stay (
    id         UUID        NOT NULL PRIMARY KEY,
    episode_id UUID        NOT NULL,
    unit_id    UUID        NOT NULL,
    bed_id     UUID        NULL,
    begins_at  DATETIME(6) NOT NULL,
    ends_at    DATETIME(6) NULL,
    present    BOOLEAN     NULL COMMENT 'true until it ends: an episode has one present stay',
    CONSTRAINT episode_stay_episode FOREIGN KEY (episode_id) REFERENCES episode_episode (id),
    UNIQUE KEY episode_stay_present (episode_id, present)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who is in a bed now. A bed holds one person and a person one bed; the row is released on leaving.
CREATE TABLE episode_bed_occupancy (
    bed_id  UUID NOT NULL PRIMARY KEY,
    stay_id UUID NOT NULL,
    CONSTRAINT episode_bed_occupancy_stay_row FOREIGN KEY (stay_id) REFERENCES episode_stay (id),
    UNIQUE KEY episode_bed_occupancy_stay (stay_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every act, insert-only.
CREATE TABLE episode_event (
    id          UUID         NOT NULL PRIMARY KEY,
    episode_id  UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    act         VARCHAR(30)  NOT NULL,
    at          DATETIME(6)  NOT NULL COMMENT 'when it happened',
    recorded_at DATETIME(6)  NOT NULL COMMENT 'when it was entered',
    recorded_by UUID         NOT NULL,
    unit_id     UUID         NOT NULL,
    bed_id      UUID         NULL,
    priority    VARCHAR(10)  NULL,
    end_reason  VARCHAR(30)  NULL,
    destination VARCHAR(30)  NULL,
    note        VARCHAR(200) NULL,
    CONSTRAINT episode_event_episode FOREIGN KEY (episode_id) REFERENCES episode_episode (id),
    KEY episode_event_person (person_id, at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
