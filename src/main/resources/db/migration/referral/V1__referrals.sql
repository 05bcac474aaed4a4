-- How a referral stands now. What was said of it on the way is in referral_change, which is insert-only.
CREATE TABLE referral_referral (
    id             UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    person_id      UUID         NOT NULL,
    centre_id      UUID         NOT NULL,
    unit_id        UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind           VARCHAR(20)  NOT NULL COMMENT 'PARTNER or RELATIVE',
    recipient_id   UUID         NOT NULL COMMENT 'a partner of the directory, or a relative of the person',
    recipient      VARCHAR(200) NOT NULL COMMENT 'what the recipient was called when it was written',
    subject        VARCHAR(200) NOT NULL,
    domain         VARCHAR(20)  NOT NULL COMMENT 'what help is asked for',
    purpose        VARCHAR(20)  NOT NULL COMMENT 'for what the consent has to let the letter be used',
    step_id        UUID         NULL COMMENT 'the step it serves',
    goal_id        UUID         NULL COMMENT 'the goal it serves',
    state          VARCHAR(20)  NOT NULL,
    is_open        BOOLEAN      NOT NULL COMMENT 'until it is known what came of it',
    outcome        VARCHAR(500) NULL COMMENT 'why refused, what came of it',
    sent_on        DATE         NULL COMMENT 'service day of the centre',
    awaited_on     DATE         NULL COMMENT 'the day until which the partner needs, when it said so',
    appointment_at DATETIME(6)  NULL,
    due_on         DATE         NULL COMMENT 'the service day on which the next thing should be known',
    sort_on        DATE         NOT NULL COMMENT 'the same, with what is not awaited last',
    version        INT          NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    created_by     UUID         NOT NULL,
    changed_at     DATETIME(6)  NOT NULL,
    changed_by     UUID         NOT NULL,
    KEY referral_referral_person (person_id, is_open, sort_on, id),
    KEY referral_referral_centre (centre_id, is_open, sort_on, id),
    KEY referral_referral_author (created_by, is_open, sort_on, id),
    KEY referral_referral_step (step_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each state and each change of what is awaited.
CREATE TABLE referral_change (
    id             UUID         NOT NULL PRIMARY KEY,
    referral_id    UUID         NOT NULL,
    version        INT          NOT NULL,
    state          VARCHAR(20)  NOT NULL,
    happened_on    DATE         NOT NULL COMMENT 'service day of the centre',
    outcome        VARCHAR(500) NULL,
    awaited_on     DATE         NULL,
    appointment_at DATETIME(6)  NULL,
    entry_id       UUID         NOT NULL COMMENT 'its entry in the record',
    changed_at     DATETIME(6)  NOT NULL,
    changed_by     UUID         NOT NULL,
    UNIQUE KEY referral_change_version (referral_id, version),
    CONSTRAINT referral_change_referral FOREIGN KEY (referral_id) REFERENCES referral_referral (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The letter by sections: written anew until it is sent, never afterwards.
CREATE TABLE referral_paragraph (
    referral_id UUID         NOT NULL,
    number      INT          NOT NULL,
    section     VARCHAR(30)  NOT NULL COMMENT 'of which it speaks',
    heading     VARCHAR(200) NOT NULL,
    text        MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (referral_id, number),
    CONSTRAINT referral_paragraph_referral FOREIGN KEY (referral_id) REFERENCES referral_referral (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The consents on which a letter left, insert-only.
CREATE TABLE referral_consent (
    referral_id UUID        NOT NULL,
    consent_id  UUID        NOT NULL,
    relied_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (referral_id, consent_id),
    CONSTRAINT referral_consent_referral FOREIGN KEY (referral_id) REFERENCES referral_referral (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Calls and letters about a referral, insert-only.
CREATE TABLE referral_exchange (
    id          UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    referral_id UUID         NOT NULL,
    kind        VARCHAR(20)  NOT NULL COMMENT 'CALL, EMAIL, LETTER or VISIT',
    reached     BOOLEAN      NOT NULL,
    words       VARCHAR(500) NULL,
    at          DATETIME(6)  NOT NULL,
    by_staff    UUID         NOT NULL,
    KEY referral_exchange_referral (referral_id, at),
    CONSTRAINT referral_exchange_of FOREIGN KEY (referral_id) REFERENCES referral_referral (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
