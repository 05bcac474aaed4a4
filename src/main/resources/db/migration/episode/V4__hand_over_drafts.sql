-- What a member of staff began to tell another centre of a person, kept until it is sent or thrown away.
CREATE TABLE episode_hand_over_draft (
    staff_id   UUID        NOT NULL,
    episode_id UUID        NOT NULL,
    person_id  UUID        NOT NULL,
    form       VARCHAR(20) NOT NULL COMMENT 'of which request',
    text       VARCHAR(4000) NOT NULL COMMENT 'as typed',
    version    BIGINT      NOT NULL,
    saved_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (staff_id, episode_id, form),
    CONSTRAINT episode_hand_over_draft_episode FOREIGN KEY (episode_id) REFERENCES episode_episode (id),
    KEY episode_hand_over_draft_person (person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
