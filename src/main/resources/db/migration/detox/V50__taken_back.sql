-- A refusal or a sleep whose entry was marked as entered in error: it stays and moves the clock no more.
CREATE TABLE detox_omission_taken_back (
    omission_id UUID        NOT NULL PRIMARY KEY,
    recorded_at DATETIME(6) NOT NULL,
    CONSTRAINT detox_omission_taken_back_omission FOREIGN KEY (omission_id) REFERENCES detox_omission (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE detox_omission ADD KEY detox_omission_entry (entry_id);
