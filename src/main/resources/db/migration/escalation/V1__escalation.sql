-- Insert-only: the application never updates or deletes an alarm, or what was answered to it.
CREATE TABLE escalation_alarm (
    id           UUID         NOT NULL PRIMARY KEY,
    person_id    UUID         NOT NULL,
    centre_id    UUID         NOT NULL,
    unit_id      UUID         NULL COMMENT 'the unit that recorded its cause; null: the whole centre',
    rule_code    VARCHAR(30)  NOT NULL,
    rule_version INT          NOT NULL COMMENT 'the version of the rule file it was raised by',
    cause_id     UUID         NOT NULL COMMENT 'a form, of a corrected one the first; an event; or what another room names',
    form_id      UUID         NULL COMMENT 'the form that raised it; null for what is none',
    readings     VARCHAR(400) NOT NULL COMMENT 'codes and numbers that the rule saw',
    occurred_at  DATETIME(6)  NOT NULL COMMENT 'when its cause was observed',
    raised_at    DATETIME(6)  NOT NULL,
    raised_by    UUID         NULL COMMENT 'who recorded its cause; null for a background task',
    due_at       DATETIME(6)  NOT NULL,
    UNIQUE KEY escalation_alarm_once (rule_code, cause_id),
    KEY escalation_alarm_person (person_id, raised_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A version of an alarm: 1 is that it was raised and has no row here.
CREATE TABLE escalation_act (
    alarm_id    UUID        NOT NULL,
    version     INT         NOT NULL,
    kind        VARCHAR(20) NOT NULL COMMENT 'ACKNOWLEDGED or RESOLVED',
    note        MEDIUMTEXT  NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by UUID        NULL COMMENT 'null for the system',
    PRIMARY KEY (alarm_id, version),
    CONSTRAINT escalation_act_alarm FOREIGN KEY (alarm_id) REFERENCES escalation_alarm (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The alarms that are not resolved, ids and a time only: a row is released when one is. What happened stands in the
-- two tables above.
CREATE TABLE escalation_open (
    alarm_id  UUID        NOT NULL PRIMARY KEY,
    person_id UUID        NOT NULL,
    centre_id UUID        NOT NULL,
    due_at    DATETIME(6) NOT NULL,
    KEY escalation_open_centre (centre_id, due_at),
    KEY escalation_open_person (person_id),
    CONSTRAINT escalation_open_alarm FOREIGN KEY (alarm_id) REFERENCES escalation_alarm (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which form stands in the place of which, and under which cause they raise their alarms. Insert-only.
CREATE TABLE escalation_correction (
    form_id       UUID NOT NULL PRIMARY KEY,
    supersedes_id UUID NOT NULL UNIQUE,
    cause_id      UUID NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: what somebody recorded by hand.
CREATE TABLE escalation_event (
    id          UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id   UUID        NOT NULL,
    centre_id   UUID        NOT NULL,
    unit_id     UUID        NULL,
    code        VARCHAR(30) NOT NULL COMMENT 'as a rule file names it',
    note        MEDIUMTEXT  NULL,
    occurred_at DATETIME(6) NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by UUID        NOT NULL,
    entry_id    UUID        NOT NULL COMMENT 'its entry in the timeline',
    KEY escalation_event_person (person_id, occurred_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One row a person, locked while their forms are looked at: two signed at once are looked at one after the other.
CREATE TABLE escalation_turn (
    person_id UUID   NOT NULL PRIMARY KEY,
    turns     BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- That something about an alarm of this person is new: ids only, for the open windows of every node.
CREATE TABLE escalation_news (
    id        UUID        NOT NULL PRIMARY KEY,
    person_id UUID        NOT NULL,
    centre_id UUID        NOT NULL,
    told_at   DATETIME(6) NOT NULL,
    KEY escalation_news_told (told_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
