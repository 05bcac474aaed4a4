-- The end of a treatment, and whether the person agreed to be contacted afterwards: how it stands now. Every answer is
-- kept in aftercare_answer.
CREATE TABLE aftercare_follow_up (
    id           UUID        NOT NULL PRIMARY KEY,
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    unit_id      UUID        NOT NULL COMMENT 'the unit the person left',
    episode_id   UUID        NOT NULL,
    exit_on      DATE        NOT NULL COMMENT 'service day of the centre',
    answer       VARCHAR(20) NOT NULL,
    running      BOOLEAN     NULL COMMENT 'null, not false, unless contacts are to be made: one a person and centre',
    ending       VARCHAR(20) NULL COMMENT 'why no contact is to be made any more',
    worker_id    UUID        NULL COMMENT 'who makes the contacts; null: somebody of the unit',
    rule_version INT         NOT NULL,
    version      INT         NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    created_by   UUID        NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    changed_by   UUID        NOT NULL,
    UNIQUE KEY aftercare_follow_up_episode (episode_id),
    UNIQUE KEY aftercare_follow_up_running (person_id, centre_id, running),
    KEY aftercare_follow_up_person (person_id, exit_on),
    KEY aftercare_follow_up_worker (worker_id, running)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what the person said when they were asked.
CREATE TABLE aftercare_answer (
    follow_up_id UUID        NOT NULL,
    version      INT         NOT NULL COMMENT 'of the follow-up',
    person_id    UUID        NOT NULL,
    answer       VARCHAR(20) NOT NULL,
    entry_id     UUID        NOT NULL COMMENT 'its entry in the record',
    recorded_at  DATETIME(6) NOT NULL,
    recorded_by  UUID        NOT NULL,
    PRIMARY KEY (follow_up_id, version),
    KEY aftercare_answer_person (person_id),
    CONSTRAINT aftercare_answer_follow_up FOREIGN KEY (follow_up_id) REFERENCES aftercare_follow_up (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One planned contact and how it stands. What was tried and what was heard is in the two insert-only tables below.
CREATE TABLE aftercare_contact (
    id           UUID        NOT NULL PRIMARY KEY,
    follow_up_id UUID        NOT NULL,
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    unit_id      UUID        NOT NULL,
    months       INT         NOT NULL COMMENT 'after the exit',
    due_on       DATE        NOT NULL COMMENT 'service days of the centre',
    from_on      DATE        NOT NULL COMMENT 'the first day of the window',
    until_on     DATE        NOT NULL COMMENT 'the last one: late from the next day on',
    state        VARCHAR(20) NOT NULL,
    is_open      BOOLEAN     NOT NULL,
    closed_on    DATE        NULL,
    version      INT         NOT NULL,
    changed_at   DATETIME(6) NOT NULL,
    changed_by   UUID        NOT NULL,
    UNIQUE KEY aftercare_contact_month (follow_up_id, months),
    KEY aftercare_contact_person (person_id),
    KEY aftercare_contact_centre (centre_id, is_open, until_on, id),
    CONSTRAINT aftercare_contact_follow_up FOREIGN KEY (follow_up_id) REFERENCES aftercare_follow_up (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: somebody tried to reach the person.
CREATE TABLE aftercare_attempt (
    id          UUID         NOT NULL PRIMARY KEY COMMENT 'given by the form',
    contact_id  UUID         NOT NULL,
    person_id   UUID         NOT NULL,
    made_on     DATE         NOT NULL COMMENT 'service day of the centre',
    form        VARCHAR(20)  NOT NULL,
    outcome     VARCHAR(20)  NOT NULL,
    note        VARCHAR(500) NULL,
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    KEY aftercare_attempt_contact (contact_id, made_on),
    KEY aftercare_attempt_person (person_id),
    CONSTRAINT aftercare_attempt_contact FOREIGN KEY (contact_id) REFERENCES aftercare_contact (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what a person who was reached said. A correction is the next version, with its reason.
CREATE TABLE aftercare_result (
    contact_id      UUID         NOT NULL,
    version         INT          NOT NULL,
    person_id       UUID         NOT NULL,
    substance_days  INT          NULL COMMENT 'of the 28 before the contact',
    work            VARCHAR(20)  NULL,
    housing         VARCHAR(20)  NULL,
    quality_of_life INT          NULL,
    craving         INT          NULL,
    reason          VARCHAR(500) NULL COMMENT 'why it was corrected',
    entry_id        UUID         NOT NULL COMMENT 'its entry in the record',
    recorded_at     DATETIME(6)  NOT NULL,
    recorded_by     UUID         NOT NULL,
    PRIMARY KEY (contact_id, version),
    KEY aftercare_result_person (person_id),
    CONSTRAINT aftercare_result_contact FOREIGN KEY (contact_id) REFERENCES aftercare_contact (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
