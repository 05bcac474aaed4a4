-- Files that were put in on a screen and wait: first for their identity, then for the clinical part. Working rows, not
-- facts: what is taken over becomes a row of exchange_referral, and the content goes when it was decided or is too old.
CREATE TABLE exchange_staged_file (
    id           UUID         NOT NULL PRIMARY KEY,
    centre_id    UUID         NOT NULL,
    file_name    VARCHAR(255) NOT NULL,
    file_size    BIGINT       NOT NULL COMMENT 'bytes, unpacked',
    live_hash    CHAR(64)     NULL COMMENT 'SHA-256 of the unpacked content while the same must not come twice',
    state        VARCHAR(20)  NOT NULL,
    source_name  VARCHAR(120) NOT NULL,
    owner_system TEXT         NULL COMMENT 'by what the source knows the person; null once decided',
    owner_value  TEXT         NULL,
    registration MEDIUMTEXT   NULL COMMENT 'JSON: the person as the file gives them; null once decided',
    types        MEDIUMTEXT   NOT NULL COMMENT 'JSON list: what would become of each type of entry',
    parts        MEDIUMTEXT   NOT NULL COMMENT 'JSON list: parts of entries that would be left out',
    staged_by    UUID         NOT NULL,
    staged_at    DATETIME(6)  NOT NULL,
    expires_at   DATETIME(6)  NOT NULL,
    person_id    UUID         NULL COMMENT 'from the identity on',
    registered   BOOLEAN      NULL COMMENT 'whether the person was new; from the identity on',
    unit_id      UUID         NULL COMMENT 'the unit asked; from the identity on',
    identity_by  UUID         NULL,
    identity_at  DATETIME(6)  NULL,
    decided_by   UUID         NULL,
    decided_at   DATETIME(6)  NULL,
    reason       VARCHAR(200) NULL COMMENT 'why the clinical part was not taken',
    UNIQUE KEY exchange_staged_file_once (centre_id, live_hash),
    KEY exchange_staged_file_list (centre_id, state, staged_at),
    KEY exchange_staged_file_person (person_id),
    KEY exchange_staged_file_age (expires_at, state)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The content, packed, in pieces that fit any packet size of the server.
CREATE TABLE exchange_staged_part (
    file_id UUID       NOT NULL,
    number  INT        NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (file_id, number),
    CONSTRAINT exchange_staged_part_file FOREIGN KEY (file_id) REFERENCES exchange_staged_file (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
