-- A re-check whose entry was marked as entered in error: it stays, counts no more, and another may follow.
ALTER TABLE medication_recheck
    ADD COLUMN turn INT NOT NULL DEFAULT 1 COMMENT 'counts up with every one that was taken back',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (administration_id, turn),
    ADD KEY medication_recheck_entry (entry_id);

CREATE TABLE medication_recheck_taken_back (
    administration_id UUID        NOT NULL,
    turn              INT         NOT NULL,
    recorded_at       DATETIME(6) NOT NULL,
    PRIMARY KEY (administration_id, turn),
    CONSTRAINT medication_recheck_taken_back_recheck
        FOREIGN KEY (administration_id, turn) REFERENCES medication_recheck (administration_id, turn)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
