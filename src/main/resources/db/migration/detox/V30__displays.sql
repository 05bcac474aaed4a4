-- A screen on a wall that shows one ward without a name. Of its code and its token only the hashes are kept.
CREATE TABLE detox_display (
    id           UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    centre_id    UUID        NOT NULL,
    unit_id      UUID        NOT NULL,
    name         VARCHAR(40) NOT NULL COMMENT 'where it hangs',
    language     VARCHAR(5)  NOT NULL,
    color_scheme VARCHAR(10) NOT NULL COMMENT 'BY_TIME, LIGHT or NIGHT',
    made_at      DATETIME(6) NOT NULL,
    made_by      UUID        NOT NULL,
    code_hash    BINARY(32)  NULL COMMENT 'until it is typed, once',
    code_until   DATETIME(6) NULL,
    token_hash   BINARY(32)  NULL COMMENT 'of what the device shows at each look',
    paired_at    DATETIME(6) NULL,
    seen_at      DATETIME(6) NULL,
    revoked_at   DATETIME(6) NULL,
    revoked_by   UUID        NULL,
    UNIQUE KEY detox_display_code (code_hash),
    UNIQUE KEY detox_display_token (token_hash),
    KEY detox_display_centre (centre_id, revoked_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
