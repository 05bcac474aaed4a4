-- When the plan of a person is to be reviewed next, for each centre that follows them. What was said at a review stays in
-- the review.
CREATE TABLE plan_review_next (
    person_id UUID        NOT NULL,
    centre_id UUID        NOT NULL,
    due_on    DATE        NOT NULL COMMENT 'service day of the centre',
    version   INT         NOT NULL,
    set_at    DATETIME(6) NOT NULL,
    set_by    UUID        NOT NULL,
    PRIMARY KEY (person_id, centre_id),
    KEY plan_review_next_due (centre_id, due_on, person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: a review as it was signed. A correction is a new version that points at the one it corrects.
CREATE TABLE plan_review (
    id            UUID          NOT NULL PRIMARY KEY,
    person_id     UUID          NOT NULL,
    centre_id     UUID          NOT NULL,
    unit_id       UUID          NULL COMMENT 'the unit that wrote it; null: the whole centre',
    number        INT           NOT NULL COMMENT 'which review of the person, from 1; a correction keeps it',
    version       INT           NOT NULL,
    corrects_id   UUID          NULL COMMENT 'the version it corrects',
    reason        VARCHAR(500)  NULL COMMENT 'why it was corrected',
    held_on       DATE          NOT NULL COMMENT 'service day of the centre',
    covers_from   DATETIME(6)   NULL COMMENT 'what happened since then is in it; null: since the beginning',
    gathered_at   DATETIME(6)   NOT NULL COMMENT 'what happened before then is in it',
    words         VARCHAR(2000) NULL COMMENT 'of the person, today',
    next_on       DATE          NULL COMMENT 'when the plan is reviewed next',
    rule_code     VARCHAR(30)   NOT NULL COMMENT 'the rule that bound the interval',
    rule_version  INT           NOT NULL,
    entry_id      UUID          NOT NULL COMMENT 'its entry in the record',
    signed_at     DATETIME(6)   NOT NULL,
    signed_by     UUID          NOT NULL,
    UNIQUE KEY plan_review_number (person_id, number, version),
    UNIQUE KEY plan_review_corrects (corrects_id),
    CONSTRAINT plan_review_corrected FOREIGN KEY (corrects_id) REFERENCES plan_review (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what a review says of one goal.
CREATE TABLE plan_review_goal (
    review_id    UUID          NOT NULL,
    goal_id      UUID          NOT NULL,
    place        INT           NOT NULL,
    statement    VARCHAR(200)  NOT NULL COMMENT 'as it stood then',
    state_before VARCHAR(24)   NOT NULL,
    state        VARCHAR(24)   NOT NULL COMMENT 'where the review left it',
    summary      VARCHAR(1000) NULL COMMENT 'as it was signed',
    PRIMARY KEY (review_id, goal_id),
    KEY plan_review_goal_goal (goal_id),
    CONSTRAINT plan_review_goal_review FOREIGN KEY (review_id) REFERENCES plan_review (id),
    CONSTRAINT plan_review_goal_goal_fk FOREIGN KEY (goal_id) REFERENCES plan_goal (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: who took part in a review.
CREATE TABLE plan_review_member (
    review_id   UUID         NOT NULL,
    place       INT          NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    staff_id    UUID         NULL,
    relative_id UUID         NULL,
    name        VARCHAR(120) NULL COMMENT 'of a relative, as the record named them then',
    PRIMARY KEY (review_id, place),
    CONSTRAINT plan_review_member_review FOREIGN KEY (review_id) REFERENCES plan_review (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
