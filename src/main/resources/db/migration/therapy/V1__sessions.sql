-- Insert-only: the application never updates or deletes a row.
CREATE TABLE therapy_session (
    id           UUID        NOT NULL PRIMARY KEY,
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL,
    clinician_id UUID        NOT NULL,
    entry_id     UUID        NOT NULL UNIQUE COMMENT 'the entry that holds title and progress note',
    starts_at    DATETIME(6) NOT NULL,
    minutes      SMALLINT    NULL CHECK (minutes BETWEEN 1 AND 480),
    approach     VARCHAR(30) NULL,
    mode         VARCHAR(20) NOT NULL,
    attendance   VARCHAR(20) NOT NULL,
    next_on      DATE        NULL,
    signed_at    DATETIME(6) NOT NULL,
    KEY therapy_session_list (person_id, starts_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Psychotherapy notes, apart from everything else (PRI-01): read only by a statement bound to their author.
CREATE TABLE therapy_process_note (
    id         UUID        NOT NULL PRIMARY KEY,
    session_id UUID        NOT NULL UNIQUE,
    person_id  UUID        NOT NULL,
    author_id  UUID        NOT NULL,
    text       MEDIUMTEXT  NOT NULL,
    signed_at  DATETIME(6) NOT NULL,
    CONSTRAINT therapy_process_note_session FOREIGN KEY (session_id) REFERENCES therapy_session (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE therapy_process_addendum (
    id        UUID        NOT NULL PRIMARY KEY,
    note_id   UUID        NOT NULL,
    person_id UUID        NOT NULL,
    author_id UUID        NOT NULL,
    text      MEDIUMTEXT  NOT NULL,
    signed_at DATETIME(6) NOT NULL,
    CONSTRAINT therapy_process_addendum_note FOREIGN KEY (note_id) REFERENCES therapy_process_note (id),
    KEY therapy_process_addendum_list (note_id, signed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
