-- When a discharge is planned: insert-only, the latest row of an episode counts.
CREATE TABLE episode_planned_discharge (
    id          UUID        NOT NULL PRIMARY KEY,
    episode_id  UUID        NOT NULL,
    person_id   UUID        NOT NULL,
    planned_on  DATE        NULL COMMENT 'service day of the centre; null: no day is planned any more',
    recorded_at DATETIME(6) NOT NULL,
    recorded_by UUID        NOT NULL,
    KEY episode_planned_discharge_person (person_id, recorded_at),
    CONSTRAINT episode_planned_discharge_episode FOREIGN KEY (episode_id) REFERENCES episode_episode (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
