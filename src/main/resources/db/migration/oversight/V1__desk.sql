-- Who looked at everybody's rights, when, and at which state of them. Rows are only added.
CREATE TABLE oversight_rights_review (
    id            UUID        NOT NULL PRIMARY KEY,
    reviewed_at   DATETIME(6) NOT NULL,
    reviewed_by   UUID        NOT NULL,
    state_hash    CHAR(64)    NOT NULL COMMENT 'SHA-256 over everybody and what they held',
    account_count INT         NOT NULL,
    dormant_count INT         NOT NULL,
    rule_version  INT         NOT NULL COMMENT 'of the rule that says what is dormant',
    KEY oversight_rights_review_time (reviewed_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The newest epoch of the log that an auditor saw: what they remember of it, apart from the log. Rows are only added.
CREATE TABLE oversight_checkpoint (
    staff_id UUID        NOT NULL,
    epoch    BIGINT      NOT NULL,
    hash     CHAR(64)    NOT NULL,
    seen_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (staff_id, epoch, hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
