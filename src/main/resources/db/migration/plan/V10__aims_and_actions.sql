-- Insert-only: what the person said of their use and chose to aim at, one row for each time it was said.
CREATE TABLE plan_aim (
    id            UUID          NOT NULL PRIMARY KEY,
    person_id     UUID          NOT NULL,
    centre_id     UUID          NOT NULL,
    unit_id       UUID          NULL COMMENT 'the unit that wrote it; null: the whole centre',
    version       INT           NOT NULL,
    words         VARCHAR(500)  NOT NULL COMMENT 'of the person',
    aim           VARCHAR(20)   NOT NULL,
    target_days   INT           NULL COMMENT 'days of use in 28, for a reduction',
    target_amount DECIMAL(10,2) NULL,
    target_unit   VARCHAR(60)   NULL COMMENT 'of the amount, as the person counts',
    stage         VARCHAR(20)   NULL,
    stage_on      DATE          NULL COMMENT 'service day of the centre',
    importance    INT           NULL COMMENT '0 to 10',
    confidence    INT           NULL COMMENT '0 to 10',
    entry_id      UUID          NOT NULL COMMENT 'its entry in the record',
    written_at    DATETIME(6)   NOT NULL,
    written_by    UUID          NOT NULL,
    UNIQUE KEY plan_aim_version (person_id, version)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- How an action for a goal stands now. Whatever was said of it on the way is in plan_action_change, which is insert-only.
CREATE TABLE plan_action (
    id         UUID         NOT NULL PRIMARY KEY,
    goal_id    UUID         NOT NULL,
    person_id  UUID         NOT NULL,
    centre_id  UUID         NOT NULL,
    unit_id    UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    title      VARCHAR(200) NOT NULL,
    owner_id   UUID         NULL COMMENT 'a member of staff; null: the person themselves',
    discipline VARCHAR(20)  NOT NULL COMMENT 'of the owner, or of who wrote it for the person',
    due_on     DATE         NOT NULL COMMENT 'service day of the centre',
    state      VARCHAR(20)  NOT NULL,
    is_open    BOOLEAN      NOT NULL,
    reason     VARCHAR(500) NULL COMMENT 'why it is blocked or was cancelled',
    version    INT          NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    created_by UUID         NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NOT NULL,
    KEY plan_action_person (person_id, is_open, due_on),
    CONSTRAINT plan_action_goal FOREIGN KEY (goal_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each version of an action.
CREATE TABLE plan_action_change (
    id         UUID         NOT NULL PRIMARY KEY,
    action_id  UUID         NOT NULL,
    version    INT          NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    due_on     DATE         NOT NULL,
    owner_id   UUID         NULL,
    reason     VARCHAR(500) NULL,
    entry_id   UUID         NOT NULL COMMENT 'its entry in the record',
    changed_at DATETIME(6)  NOT NULL,
    changed_by UUID         NOT NULL,
    UNIQUE KEY plan_action_change_version (action_id, version),
    CONSTRAINT plan_action_change_action FOREIGN KEY (action_id) REFERENCES plan_action (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
