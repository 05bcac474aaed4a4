-- Insert-only: a signed order is never changed. A change is an order that replaces it, stopping is a row of its own.
CREATE TABLE medication_order (
    id            UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    course_id     UUID         NOT NULL COMMENT 'the first order of the chain of replacements; its own id for the first',
    replaces_id   UUID         NULL UNIQUE COMMENT 'an order is replaced once',
    person_id     UUID         NOT NULL,
    centre_id     UUID         NOT NULL,
    unit_id       UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    drug_key      VARCHAR(200) NOT NULL COMMENT 'the code of the drug list, or the name in lower case',
    drug_code     VARCHAR(40)  NULL COMMENT 'null for a drug that is not in the list',
    drug          VARCHAR(200) NOT NULL,
    strength      VARCHAR(60)  NULL,
    form          VARCHAR(40)  NULL,
    route         VARCHAR(40)  NOT NULL,
    unit          VARCHAR(20)  NOT NULL COMMENT 'of every dose of the order',
    kind          VARCHAR(20)  NOT NULL COMMENT 'SCHEDULED, TAPER, SYMPTOM_TRIGGERED or AS_NEEDED',
    regimen       MEDIUMTEXT   NOT NULL COMMENT 'JSON',
    indication    VARCHAR(200) NOT NULL,
    prophylaxis   BOOLEAN      NOT NULL,
    starts_at     DATETIME(6)  NOT NULL,
    ends_at       DATETIME(6)  NULL COMMENT 'the first moment at which it is no longer valid',
    note          MEDIUMTEXT   NULL,
    rule_version  INT          NOT NULL COMMENT 'of the limits it was checked with',
    signed_at     DATETIME(6)  NOT NULL,
    signed_by     UUID         NOT NULL,
    entry_id      UUID         NOT NULL COMMENT 'its entry in the timeline',
    CONSTRAINT medication_order_replaces FOREIGN KEY (replaces_id) REFERENCES medication_order (id),
    KEY medication_order_person (person_id, starts_at),
    KEY medication_order_course (course_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- What the safety rules said of an order when it was signed, and what its prescriber answered.
CREATE TABLE medication_finding (
    order_id        UUID         NOT NULL,
    rule_id         VARCHAR(20)  NOT NULL,
    subject         VARCHAR(300) NOT NULL COMMENT 'the allergy or the other drug',
    verdict         VARCHAR(20)  NOT NULL,
    override_reason VARCHAR(40)  NULL COMMENT 'where an override was needed',
    override_text   VARCHAR(500) NULL,
    PRIMARY KEY (order_id, rule_id, subject),
    CONSTRAINT medication_finding_order FOREIGN KEY (order_id) REFERENCES medication_order (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The earliest row counts. An order that will be replaced tomorrow may be stopped today.
CREATE TABLE medication_stop (
    order_id    UUID         NOT NULL,
    cause       VARCHAR(10)  NOT NULL COMMENT 'STOPPED or REPLACED',
    stopped_at  DATETIME(6)  NOT NULL COMMENT 'the first moment at which it is no longer valid',
    reason      VARCHAR(500) NULL COMMENT 'when STOPPED',
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    entry_id    UUID         NULL COMMENT 'when STOPPED',
    PRIMARY KEY (order_id, cause),
    CONSTRAINT medication_stop_order FOREIGN KEY (order_id) REFERENCES medication_order (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: a correction is a row that points at the old one.
CREATE TABLE medication_administration (
    id            UUID          NOT NULL PRIMARY KEY COMMENT 'given by the screen',
    order_id      UUID          NOT NULL,
    course_id     UUID          NOT NULL,
    person_id     UUID          NOT NULL,
    centre_id     UUID          NOT NULL,
    unit_id       UUID          NULL,
    drug_key      VARCHAR(200)  NOT NULL,
    outcome       VARCHAR(20)   NOT NULL COMMENT 'GIVEN, REFUSED, HELD, MISSED or ENTERED_IN_ERROR',
    dose          DECIMAL(12,4) NULL COMMENT 'when GIVEN',
    unit          VARCHAR(20)   NOT NULL,
    ordered_dose  DECIMAL(12,4) NULL COMMENT 'what the order or its proposal said',
    slot_day      DATE          NULL COMMENT 'local date of the centre; null for what is not scheduled',
    slot_time     TIME          NULL,
    reason_code   VARCHAR(40)   NULL,
    reason        VARCHAR(500)  NULL,
    sedation      TINYINT       NULL COMMENT 'as seen when it was given, where the order asks for it',
    form_id       UUID          NULL COMMENT 'the scale that justified it',
    observed_at   DATETIME(6)   NOT NULL,
    recorded_at   DATETIME(6)   NOT NULL,
    recorded_by   UUID          NOT NULL,
    corrects_id   UUID          NULL UNIQUE COMMENT 'a row is corrected once; the correction may be corrected again',
    entry_id      UUID          NOT NULL,
    CONSTRAINT medication_administration_order FOREIGN KEY (order_id) REFERENCES medication_order (id),
    CONSTRAINT medication_administration_corrects
        FOREIGN KEY (corrects_id) REFERENCES medication_administration (id),
    KEY medication_administration_person (person_id, observed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One answer to one scheduled dose, whoever gives it. Released when the answer was entered in error.
CREATE TABLE medication_slot (
    course_id         UUID NOT NULL,
    slot_day          DATE NOT NULL,
    slot_time         TIME NOT NULL,
    administration_id UUID NOT NULL,
    PRIMARY KEY (course_id, slot_day, slot_time)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The doses of one drug to one person follow each other: two given at once would take the same turn.
CREATE TABLE medication_turn (
    person_id         UUID         NOT NULL,
    drug_key          VARCHAR(200) NOT NULL,
    turn              INT          NOT NULL,
    administration_id UUID         NOT NULL,
    PRIMARY KEY (person_id, drug_key, turn)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How it was after a dose given as needed.
CREATE TABLE medication_recheck (
    administration_id UUID         NOT NULL PRIMARY KEY,
    effect            VARCHAR(10)  NOT NULL COMMENT 'BETTER, SAME or WORSE',
    remark            VARCHAR(500) NULL,
    observed_at       DATETIME(6)  NOT NULL,
    recorded_at       DATETIME(6)  NOT NULL,
    recorded_by       UUID         NOT NULL,
    entry_id          UUID         NOT NULL,
    CONSTRAINT medication_recheck_administration
        FOREIGN KEY (administration_id) REFERENCES medication_administration (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
