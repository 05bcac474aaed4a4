-- The sentence about one person for the next team, while it is written. Whoever of the outgoing team writes it writes
-- the same one: the version keeps one from overwriting the other. What is signed is copied into the hand-over.
CREATE TABLE detox_hand_over_sentence (
    unit_id   UUID         NOT NULL,
    change_at DATETIME(6)  NOT NULL COMMENT 'the change of shifts it is for',
    person_id UUID         NOT NULL,
    text      VARCHAR(500) NOT NULL COMMENT 'empty when it was taken out again',
    version   INT          NOT NULL,
    saved_by  UUID         NOT NULL,
    saved_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (unit_id, change_at, person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Whose page somebody has read, and as it stood then: what changes afterwards is to be read again.
CREATE TABLE detox_hand_over_reading (
    unit_id   UUID        NOT NULL,
    change_at DATETIME(6) NOT NULL,
    person_id UUID        NOT NULL,
    staff_id  UUID        NOT NULL,
    basis     VARCHAR(80) NOT NULL COMMENT 'what the page was made of',
    read_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (unit_id, change_at, staff_id, person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A hand-over as its giver signed it, insert-only. One for each ward and change of shifts.
CREATE TABLE detox_hand_over (
    id           UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    unit_id      UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    change_at    DATETIME(6) NOT NULL,
    rule_code    VARCHAR(30) NOT NULL COMMENT 'the shifts it was given by',
    rule_version INT         NOT NULL,
    language     VARCHAR(8)  NOT NULL COMMENT 'of its words',
    given_by     UUID        NOT NULL,
    given_at     DATETIME(6) NOT NULL,
    UNIQUE KEY detox_hand_over_change (unit_id, change_at),
    KEY detox_hand_over_centre (centre_id, given_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The page of one person in it, word for word as it was signed, insert-only.
CREATE TABLE detox_hand_over_page (
    hand_over_id UUID         NOT NULL,
    person_id    UUID         NOT NULL,
    place        INT          NOT NULL COMMENT 'in the order of the beds',
    words        JSON         NOT NULL COMMENT 'what the software wrote',
    sentence     VARCHAR(500) NULL COMMENT 'what a nurse added',
    sentence_by  UUID         NULL,
    withheld     BOOLEAN      NOT NULL COMMENT 'the person had locked what is written of them',
    PRIMARY KEY (hand_over_id, person_id),
    KEY detox_hand_over_page_person (person_id),
    CONSTRAINT detox_hand_over_page_of FOREIGN KEY (hand_over_id) REFERENCES detox_hand_over (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Who signed for it, insert-only; several may.
CREATE TABLE detox_hand_over_receipt (
    hand_over_id UUID        NOT NULL,
    staff_id     UUID        NOT NULL,
    received_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (hand_over_id, staff_id),
    CONSTRAINT detox_hand_over_receipt_of FOREIGN KEY (hand_over_id) REFERENCES detox_hand_over (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Whom the system told that nobody signed for it, insert-only: by the key, each once, whichever node told.
CREATE TABLE detox_hand_over_call (
    hand_over_id UUID        NOT NULL,
    staff_id     UUID        NOT NULL COMMENT 'a charge nurse of the day',
    told_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (hand_over_id, staff_id),
    CONSTRAINT detox_hand_over_call_of FOREIGN KEY (hand_over_id) REFERENCES detox_hand_over (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Each printed copy, insert-only.
CREATE TABLE detox_hand_over_copy (
    id         UUID        NOT NULL PRIMARY KEY,
    unit_id    UUID        NOT NULL,
    change_at  DATETIME(6) NOT NULL,
    copy       INT         NOT NULL COMMENT 'counts up from 1 for each change',
    printed_by UUID        NOT NULL,
    printed_at DATETIME(6) NOT NULL,
    UNIQUE KEY detox_hand_over_copy_number (unit_id, change_at, copy)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
