-- A result of an outpatient withdrawal that calls for somebody: once for each form. Insert-only.
CREATE TABLE detox_visit_call (
    form_id     UUID        NOT NULL PRIMARY KEY,
    detox_id    UUID        NOT NULL,
    person_id   UUID        NOT NULL,
    centre_id   UUID        NOT NULL,
    kind        VARCHAR(12) NOT NULL COMMENT 'PHYSICIAN or EMERGENCY',
    instrument  VARCHAR(30) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    CONSTRAINT detox_visit_call_episode FOREIGN KEY (detox_id) REFERENCES detox_episode (id),
    KEY detox_visit_call_open (detox_id, recorded_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- What was done around the visits: a physician saw the person, emergency care, the follow-up of a missed visit. Insert-only.
CREATE TABLE detox_visit_step (
    id          UUID          NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    detox_id    UUID          NOT NULL,
    person_id   UUID          NOT NULL,
    centre_id   UUID          NOT NULL,
    unit_id     UUID          NULL,
    kind        VARCHAR(20)   NOT NULL,
    visit_day   DATE          NULL COMMENT 'service day of the missed visit it follows up',
    occurred_at DATETIME(6)   NOT NULL,
    agreed_at   DATETIME(6)   NULL COMMENT 'when the person will come',
    means       VARCHAR(20)   NULL COMMENT 'how they were brought to emergency care',
    informed    VARCHAR(200)  NULL COMMENT 'who was informed',
    note        VARCHAR(1000) NULL,
    recorded_at DATETIME(6)   NOT NULL,
    staff_id    UUID          NOT NULL,
    entry_id    UUID          NOT NULL COMMENT 'its entry in the record',
    CONSTRAINT detox_visit_step_episode FOREIGN KEY (detox_id) REFERENCES detox_episode (id),
    KEY detox_visit_step_course (detox_id, occurred_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The missed visits for which a task was put: none twice, on whichever node. Whether one was missed is derived.
CREATE TABLE detox_visit_missed (
    detox_id  UUID        NOT NULL,
    visit_day DATE        NOT NULL,
    person_id UUID        NOT NULL,
    told_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (detox_id, visit_day),
    CONSTRAINT detox_visit_missed_episode FOREIGN KEY (detox_id) REFERENCES detox_episode (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
