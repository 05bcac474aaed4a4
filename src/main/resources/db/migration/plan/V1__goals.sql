-- How a goal stands now. Whatever was said of it on the way is in plan_goal_change, which is insert-only.
CREATE TABLE plan_goal (
    id          UUID         NOT NULL PRIMARY KEY,
    person_id   UUID         NOT NULL,
    centre_id   UUID         NOT NULL,
    unit_id     UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    number      INT          NOT NULL COMMENT 'its place among the goals of the person, from 1',
    domain      VARCHAR(20)  NOT NULL,
    statement   VARCHAR(200) NOT NULL COMMENT 'in the words of the person',
    criterion   VARCHAR(500) NULL,
    target_on   DATE         NULL COMMENT 'service day of the centre',
    owner_id    UUID         NOT NULL,
    state       VARCHAR(24)  NOT NULL,
    is_open     BOOLEAN      NOT NULL,
    signed_on   DATE         NULL COMMENT 'when the person signed it',
    ended_on    DATE         NULL,
    evidence    VARCHAR(500) NULL COMMENT 'what shows how it ended',
    reopens_id  UUID         NULL COMMENT 'the closed goal it takes up again',
    version     INT          NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    created_by  UUID         NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    changed_by  UUID         NOT NULL,
    UNIQUE KEY plan_goal_number (person_id, number),
    KEY plan_goal_person (person_id, is_open, number),
    KEY plan_goal_owner (owner_id, is_open, target_on, id),
    KEY plan_goal_ended (centre_id, ended_on, state),
    CONSTRAINT plan_goal_reopens FOREIGN KEY (reopens_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each version of a goal.
CREATE TABLE plan_goal_change (
    id         UUID         NOT NULL PRIMARY KEY,
    goal_id    UUID         NOT NULL,
    version    INT          NOT NULL,
    statement  VARCHAR(200) NOT NULL,
    criterion  VARCHAR(500) NULL,
    target_on  DATE         NULL,
    owner_id   UUID         NOT NULL,
    state      VARCHAR(24)  NOT NULL,
    signed_on  DATE         NULL,
    ended_on   DATE         NULL,
    evidence   VARCHAR(500) NULL,
    entry_id   UUID         NOT NULL COMMENT 'its entry in the record',
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NOT NULL,
    UNIQUE KEY plan_goal_change_version (goal_id, version),
    CONSTRAINT plan_goal_change_goal FOREIGN KEY (goal_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- What the rooms do for a goal, as it stands now: each room keeps its own rows here in the transaction of its act.
CREATE TABLE plan_goal_step (
    source_id  UUID         NOT NULL PRIMARY KEY COMMENT 'the row of the room that does it',
    goal_id    UUID         NOT NULL,
    centre_id  UUID         NOT NULL,
    unit_id    UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    section    VARCHAR(20)  NOT NULL COMMENT 'the row of the policy matrix that guards it',
    discipline VARCHAR(20)  NOT NULL,
    title      VARCHAR(200) NOT NULL,
    owner_id   UUID         NULL,
    due_on     DATE         NOT NULL COMMENT 'service day of the centre',
    state      VARCHAR(20)  NOT NULL,
    author_id  UUID         NOT NULL,
    KEY plan_goal_step_goal (goal_id, due_on),
    CONSTRAINT plan_goal_step_goal_fk FOREIGN KEY (goal_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Which act of the record served which goal.
CREATE TABLE plan_goal_act (
    goal_id   UUID        NOT NULL,
    entry_id  UUID        NOT NULL,
    linked_at DATETIME(6) NOT NULL,
    linked_by UUID        NOT NULL,
    PRIMARY KEY (goal_id, entry_id),
    KEY plan_goal_act_entry (entry_id),
    CONSTRAINT plan_goal_act_goal FOREIGN KEY (goal_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
