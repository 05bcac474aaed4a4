-- A place offered to somebody who waits, from the offer to the arrival. Its state moves on; the row is kept. A bed has
-- one live offer and so has a waiting: of two at once one is refused here.
CREATE TABLE episode_place_offer (
    id             UUID         NOT NULL PRIMARY KEY,
    version        BIGINT       NOT NULL,
    episode_id     UUID         NOT NULL COMMENT 'the waiting; once accepted elsewhere, the one that goes on there',
    person_id      UUID         NOT NULL,
    from_centre_id UUID         NOT NULL COMMENT 'whose list the person was on',
    from_unit_id   UUID         NOT NULL,
    to_centre_id   UUID         NOT NULL,
    to_unit_id     UUID         NOT NULL,
    bed_id         UUID         NULL COMMENT 'null: a place in the unit, no bed yet',
    begins_on      DATE         NOT NULL COMMENT 'service day of the centre that offers',
    holds_until    DATETIME(6)  NOT NULL COMMENT 'unanswered by then it lapses',
    state          VARCHAR(20)  NOT NULL,
    offered_at     DATETIME(6)  NOT NULL,
    offered_by     UUID         NOT NULL,
    accepted_at    DATETIME(6)  NULL,
    accepted_by    UUID         NULL,
    ended_at       DATETIME(6)  NULL COMMENT 'taken up, declined, lapsed or withdrawn',
    ended_by       UUID         NULL COMMENT 'the nil UUID when it lapsed',
    cause          VARCHAR(20)  NULL COMMENT 'what ended it, when nobody did so by itself',
    reason         VARCHAR(200) NULL COMMENT 'why it was declined or withdrawn',
    live           BOOLEAN      NULL COMMENT 'true until it ends',
    CONSTRAINT episode_place_offer_episode FOREIGN KEY (episode_id) REFERENCES episode_episode (id),
    UNIQUE KEY episode_place_offer_bed (bed_id, live),
    UNIQUE KEY episode_place_offer_waiting (episode_id, live),
    KEY episode_place_offer_to (to_centre_id, live, offered_at),
    KEY episode_place_offer_from (from_centre_id, live, offered_at),
    KEY episode_place_offer_person (person_id, offered_at),
    KEY episode_place_offer_lapse (state, holds_until)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Who waits, across the centres, in the order of the list.
ALTER TABLE episode_episode ADD KEY episode_episode_queue (state, priority_rank, waiting_since, id);

-- How often the places of a centre changed: the open screens of every node compare it with what they saw.
CREATE TABLE episode_place_news (
    centre_id UUID   NOT NULL PRIMARY KEY,
    changes   BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
