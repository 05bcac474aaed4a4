-- Insert-only: somebody of the service and a relative spoke or wrote to each other. What the relative said stays here
-- and is never copied into the record: it is theirs.
CREATE TABLE relatives_contact (
    id               UUID          NOT NULL PRIMARY KEY COMMENT 'given by the form',
    person_id        UUID          NOT NULL,
    relative_id      UUID          NOT NULL,
    relative_version INT           NOT NULL COMMENT 'what they might be told stood in this version',
    relative_name    VARCHAR(120)  NOT NULL,
    relation         VARCHAR(20)   NOT NULL,
    centre_id        UUID          NOT NULL,
    unit_id          UUID          NULL COMMENT 'the unit that wrote it; null: the whole centre',
    form             VARCHAR(20)   NOT NULL,
    happened_at      DATETIME(6)   NOT NULL,
    happened_on      DATE          NOT NULL COMMENT 'service day of the centre',
    told_topics      VARCHAR(200)  NOT NULL COMMENT 'what might be told and was',
    told             VARCHAR(4000) NULL,
    beyond_topics    VARCHAR(200)  NOT NULL COMMENT 'what might not be told and was',
    reason           VARCHAR(500)  NULL COMMENT 'why it was told all the same',
    heard            VARCHAR(4000) NULL COMMENT 'what the relative said',
    entry_id         UUID          NOT NULL COMMENT 'its entry in the record',
    recorded_at      DATETIME(6)   NOT NULL,
    recorded_by      UUID          NOT NULL,
    KEY relatives_contact_person (person_id, happened_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: who saw that something was told that might not be.
CREATE TABLE relatives_seen (
    contact_id UUID        NOT NULL,
    person_id  UUID        NOT NULL,
    staff_id   UUID        NOT NULL,
    seen_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (contact_id, staff_id),
    KEY relatives_seen_person (person_id),
    CONSTRAINT relatives_seen_contact FOREIGN KEY (contact_id) REFERENCES relatives_contact (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: a letter, topic by topic, so that every copy can leave out what may no longer be told.
CREATE TABLE relatives_letter_part (
    contact_id UUID          NOT NULL,
    topic      VARCHAR(20)   NOT NULL,
    person_id  UUID          NOT NULL,
    text       VARCHAR(2000) NOT NULL,
    PRIMARY KEY (contact_id, topic),
    KEY relatives_letter_part_person (person_id),
    CONSTRAINT relatives_letter_part_contact FOREIGN KEY (contact_id) REFERENCES relatives_contact (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: support offered to a relative.
CREATE TABLE relatives_support (
    id            UUID         NOT NULL PRIMARY KEY COMMENT 'given by the form',
    person_id     UUID         NOT NULL,
    relative_id   UUID         NOT NULL,
    relative_name VARCHAR(120) NOT NULL,
    relation      VARCHAR(20)  NOT NULL,
    centre_id     UUID         NOT NULL,
    unit_id       UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind          VARCHAR(20)  NOT NULL,
    offered_on    DATE         NOT NULL COMMENT 'service day of the centre',
    note          VARCHAR(500) NULL,
    entry_id      UUID         NOT NULL COMMENT 'its entry in the record',
    recorded_at   DATETIME(6)  NOT NULL,
    recorded_by   UUID         NOT NULL,
    KEY relatives_support_person (person_id, offered_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what the relative made of the offer, one row for each thing they said or did.
CREATE TABLE relatives_support_answer (
    support_id  UUID         NOT NULL,
    version     INT          NOT NULL,
    person_id   UUID         NOT NULL,
    answer      VARCHAR(20)  NOT NULL,
    answered_on DATE         NOT NULL COMMENT 'service day of the centre',
    note        VARCHAR(500) NULL,
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    PRIMARY KEY (support_id, version),
    KEY relatives_support_answer_person (person_id),
    CONSTRAINT relatives_support_answer_support FOREIGN KEY (support_id) REFERENCES relatives_support (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
