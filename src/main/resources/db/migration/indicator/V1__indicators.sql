-- How things count in the indicators: worked out from the rows of the rooms, and at any time again.
CREATE TABLE indicator_fact (
    figure      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    centre_id   UUID NOT NULL,
    day         DATE NOT NULL COMMENT 'service day of the centre',
    source_id   UUID NOT NULL COMMENT 'the row of the room it comes from',
    unit_id     UUID NULL,
    person_id   UUID NULL COMMENT 'null: about nobody, such as a bed',
    numerator   INT  NOT NULL,
    denominator INT  NOT NULL,
    amount      INT  NULL COMMENT 'what is measured, in whole units',
    PRIMARY KEY (figure, centre_id, day, source_id),
    KEY indicator_fact_person (person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The sums of the facts by day; a day whose facts change is summed up anew in the same transaction.
CREATE TABLE indicator_day (
    figure      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    centre_id   UUID   NOT NULL,
    day         DATE   NOT NULL,
    unit_id     UUID   NOT NULL COMMENT 'all zeros: no unit',
    amount      INT    NOT NULL COMMENT '-1: nothing is measured',
    facts       BIGINT NOT NULL,
    numerator   BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    PRIMARY KEY (figure, centre_id, day, unit_id, amount)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The same by month, so that a year is read in twelve rows.
CREATE TABLE indicator_month (
    figure      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    centre_id   UUID   NOT NULL,
    month       DATE   NOT NULL COMMENT 'its first day',
    unit_id     UUID   NOT NULL COMMENT 'all zeros: no unit',
    amount      INT    NOT NULL COMMENT '-1: nothing is measured',
    facts       BIGINT NOT NULL,
    numerator   BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    PRIMARY KEY (figure, centre_id, month, unit_id, amount)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Of whom something changed and is not summed up yet: written with the change, removed with the sum.
CREATE TABLE indicator_change (
    id        UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One row: who sums up holds it, so that two nodes never do at once.
CREATE TABLE indicator_turn (
    id        INT         NOT NULL PRIMARY KEY,
    summed_at DATETIME(6) NULL COMMENT 'by the clock of the database; all that was committed before is in the sums'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

INSERT INTO indicator_turn (id, summed_at) VALUES (1, NULL);
