-- Insert-only: the application never updates or deletes a row. A correction is a row that amends an earlier one.
CREATE TABLE record_entry (
    id            UUID         NOT NULL PRIMARY KEY,
    person_id     UUID         NOT NULL,
    centre_id     UUID         NOT NULL,
    section       VARCHAR(30)  NOT NULL,
    discipline    VARCHAR(20)  NOT NULL,
    type          VARCHAR(60)  NOT NULL,
    occurred_at   DATETIME(6)  NOT NULL,
    recorded_at   DATETIME(6)  NOT NULL,
    author_id     UUID         NULL COMMENT 'null: imported',
    title         VARCHAR(200) NULL,
    text          MEDIUMTEXT   NULL,
    detail        MEDIUMTEXT   NULL COMMENT 'JSON object of texts',
    source_id     UUID         NOT NULL COMMENT 'the row of the room it comes from',
    visibility    VARCHAR(20)  NOT NULL,
    imported_from VARCHAR(120) NULL,
    amends_id     UUID         NULL,
    amendment     VARCHAR(20)  NULL,
    draft_id      UUID         NULL UNIQUE COMMENT 'a draft is signed once',
    CONSTRAINT record_entry_amends FOREIGN KEY (amends_id) REFERENCES record_entry (id),
    KEY record_entry_timeline (person_id, amends_id, occurred_at, id),
    KEY record_entry_counts (person_id, amends_id, discipline, type, section, centre_id, visibility, author_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE record_draft (
    id        UUID        NOT NULL PRIMARY KEY,
    staff_id  UUID        NOT NULL,
    person_id UUID        NOT NULL,
    section   VARCHAR(30) NOT NULL,
    form      VARCHAR(60) NOT NULL,
    content   MEDIUMTEXT  NOT NULL COMMENT 'JSON object of texts, as typed',
    version   BIGINT      NOT NULL,
    saved_at  DATETIME(6) NOT NULL,
    UNIQUE KEY record_draft_form (staff_id, person_id, form)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
