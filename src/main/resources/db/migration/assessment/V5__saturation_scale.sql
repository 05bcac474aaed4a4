-- By which scale a person's saturation is read, as a physician of the centre decided; the newest counts. Insert-only. The
-- reason is the text of its entry.
CREATE TABLE assessment_saturation_decision (
    id         UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id  UUID        NOT NULL,
    centre_id  UUID        NOT NULL,
    scale      VARCHAR(10) NOT NULL COMMENT 'SCALE_1 or SCALE_2',
    decided_at DATETIME(6) NOT NULL,
    decided_by UUID        NOT NULL,
    entry_id   UUID        NOT NULL UNIQUE,
    KEY assessment_saturation_decision_person (person_id, centre_id, decided_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A decision whose entry was marked as entered in error: the one before it counts again.
CREATE TABLE assessment_saturation_taken_back (
    decision_id UUID        NOT NULL PRIMARY KEY,
    recorded_at DATETIME(6) NOT NULL,
    CONSTRAINT assessment_saturation_taken_back_decision
        FOREIGN KEY (decision_id) REFERENCES assessment_saturation_decision (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
