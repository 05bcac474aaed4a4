-- A form whose entry was marked as entered in error: it stays readable and counts no more.
CREATE TABLE assessment_taken_back (
    form_id     UUID        NOT NULL PRIMARY KEY,
    recorded_at DATETIME(6) NOT NULL,
    CONSTRAINT assessment_taken_back_form FOREIGN KEY (form_id) REFERENCES assessment_form (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

ALTER TABLE assessment_form ADD UNIQUE KEY assessment_form_entry (entry_id);
