-- What a row of the log says besides: where the person belongs, which screen asked, why and on what ground, which request.
-- They enter the row's hash only when they are set, so the rows from before keep theirs.
ALTER TABLE ${logSchema}.access_event
    ADD COLUMN person_centre_id UUID        NULL COMMENT 'where the record is led, when it is one centre',
    ADD COLUMN view             VARCHAR(80) NULL COMMENT 'template of the route, never an id or a text',
    ADD COLUMN reason           VARCHAR(40) NULL COMMENT 'a closed word, such as the reason of an emergency access',
    ADD COLUMN legal_basis      VARCHAR(20) NULL,
    ADD COLUMN request_id       VARCHAR(64) NULL COMMENT 'as in the log lines of the process',
    ADD COLUMN session_hash     VARCHAR(64) NULL COMMENT 'keyed; the key lives as long as the process',
    ADD KEY access_event_time (occurred_at, node, node_sequence);

-- Months from before, so that each can be removed by itself when its retention is over.
ALTER TABLE ${logSchema}.access_event REORGANIZE PARTITION p_before INTO (
    PARTITION p_before VALUES LESS THAN (202510),
    PARTITION p202510 VALUES LESS THAN (202511),
    PARTITION p202511 VALUES LESS THAN (202512),
    PARTITION p202512 VALUES LESS THAN (202601),
    PARTITION p202601 VALUES LESS THAN (202602),
    PARTITION p202602 VALUES LESS THAN (202603),
    PARTITION p202603 VALUES LESS THAN (202604),
    PARTITION p202604 VALUES LESS THAN (202605),
    PARTITION p202605 VALUES LESS THAN (202606),
    PARTITION p202606 VALUES LESS THAN (202607),
    PARTITION p202607 VALUES LESS THAN (202608),
    PARTITION p202608 VALUES LESS THAN (202609),
    PARTITION p202609 VALUES LESS THAN (202610),
    PARTITION p202610 VALUES LESS THAN (202611)
);

ALTER TABLE ${logSchema}.access_shown REORGANIZE PARTITION p_before INTO (
    PARTITION p_before VALUES LESS THAN (202510),
    PARTITION p202510 VALUES LESS THAN (202511),
    PARTITION p202511 VALUES LESS THAN (202512),
    PARTITION p202512 VALUES LESS THAN (202601),
    PARTITION p202601 VALUES LESS THAN (202602),
    PARTITION p202602 VALUES LESS THAN (202603),
    PARTITION p202603 VALUES LESS THAN (202604),
    PARTITION p202604 VALUES LESS THAN (202605),
    PARTITION p202605 VALUES LESS THAN (202606),
    PARTITION p202606 VALUES LESS THAN (202607),
    PARTITION p202607 VALUES LESS THAN (202608),
    PARTITION p202608 VALUES LESS THAN (202609),
    PARTITION p202609 VALUES LESS THAN (202610),
    PARTITION p202610 VALUES LESS THAN (202611)
);

-- The one row that a sealer locks: one runner, on however many nodes.
CREATE TABLE ${logSchema}.audit_head (
    id TINYINT NOT NULL PRIMARY KEY
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
INSERT INTO ${logSchema}.audit_head (id) VALUES (1);

-- The keys that ever sealed; each but the first is vouched for by the one before.
CREATE TABLE ${logSchema}.audit_key (
    key_id      CHAR(16)      NOT NULL PRIMARY KEY COMMENT 'the beginning of the hash of the public key',
    public_key  VARBINARY(64) NOT NULL COMMENT 'X.509',
    from_epoch  BIGINT        NOT NULL,
    signed_by   CHAR(16)      NULL COMMENT 'the key before; null for the first',
    signature   VARBINARY(64) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One signed summary of everything written since the one before; empty ones too: silence is evidence.
CREATE TABLE ${logSchema}.audit_epoch (
    number        BIGINT        NOT NULL PRIMARY KEY,
    sealed_at     DATETIME(6)   NOT NULL COMMENT 'UTC, by the clock of the database',
    previous_hash BINARY(32)    NOT NULL,
    read_root     BINARY(32)    NOT NULL,
    write_root    BINARY(32)    NOT NULL,
    read_count    INT           NOT NULL,
    write_count   INT           NOT NULL,
    total_rows    BIGINT        NOT NULL COMMENT 'sealed up to here, this epoch included',
    complete      BOOLEAN       NOT NULL COMMENT 'nothing that could be seen was left waiting',
    key_id        CHAR(16)      NOT NULL,
    hash          BINARY(32)    NOT NULL,
    signature     VARBINARY(64) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which numbered rows an epoch holds. A count that is less than the numbers says: rows were gone when it was sealed.
CREATE TABLE ${logSchema}.audit_epoch_range (
    epoch          BIGINT      NOT NULL,
    node           VARCHAR(60) NOT NULL,
    month          INT         NOT NULL,
    first_sequence BIGINT      NOT NULL,
    last_sequence  BIGINT      NOT NULL,
    PRIMARY KEY (epoch, node, month),
    UNIQUE KEY audit_epoch_range_last (node, month, last_sequence)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which rows written within a change an epoch holds, in the order it gave them.
CREATE TABLE ${logSchema}.audit_epoch_write (
    epoch    BIGINT NOT NULL,
    position INT    NOT NULL,
    month    INT    NOT NULL,
    event_id UUID   NOT NULL,
    PRIMARY KEY (epoch, position),
    UNIQUE KEY audit_epoch_write_event (month, event_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What stays of a month whose retention is over.
CREATE TABLE ${logSchema}.audit_tombstone (
    month        INT           NOT NULL PRIMARY KEY,
    row_count    BIGINT        NOT NULL,
    first_epoch  BIGINT        NOT NULL,
    last_epoch   BIGINT        NOT NULL,
    epochs_hash  BINARY(32)    NOT NULL COMMENT 'over the hashes of these epochs',
    key_id       CHAR(16)      NOT NULL,
    signed_at    DATETIME(6)   NOT NULL,
    signature    VARBINARY(64) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- When the log was checked from the first epoch, and how many faults were found.
CREATE TABLE ${logSchema}.audit_check (
    id            UUID        NOT NULL PRIMARY KEY,
    checked_at    DATETIME(6) NOT NULL,
    through_epoch BIGINT      NOT NULL,
    row_count     BIGINT      NOT NULL,
    findings      INT         NOT NULL,
    KEY audit_check_time (checked_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
