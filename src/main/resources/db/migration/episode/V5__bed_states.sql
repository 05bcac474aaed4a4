-- How a bed stands and for whom it is kept: one row a bed, from the first act on it. Everything that was done stays in
-- episode_bed_event. The row is locked by whoever gives, keeps, cleans or closes the bed, so that one follows the other.
CREATE TABLE episode_bed (
    bed_id         UUID         NOT NULL PRIMARY KEY,
    version        INT          NOT NULL,
    state          VARCHAR(10)  NOT NULL COMMENT 'READY, TO_CLEAN or CLOSED',
    since          DATETIME(6)  NULL,
    reason         VARCHAR(200) NULL COMMENT 'why it is closed',
    closed_until   DATE         NULL COMMENT 'service day of the centre on which it should open again',
    reservation_id UUID         NULL COMMENT 'given by the screen: a second click is refused by it',
    reserved_for   UUID         NULL COMMENT 'a person; null with words',
    reserved_words VARCHAR(200) NULL COMMENT 'what it is kept for, without a name',
    expected_at    DATETIME(6)  NULL,
    reserved_at    DATETIME(6)  NULL,
    reserved_by    UUID         NULL,
    UNIQUE KEY episode_bed_reservation (reservation_id),
    KEY episode_bed_reserved_for (reserved_for)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Every act on a bed, insert-only.
CREATE TABLE episode_bed_event (
    id             UUID         NOT NULL PRIMARY KEY,
    bed_id         UUID         NOT NULL,
    act            VARCHAR(20)  NOT NULL,
    at             DATETIME(6)  NOT NULL COMMENT 'when it happened',
    recorded_at    DATETIME(6)  NOT NULL COMMENT 'when it was entered',
    recorded_by    UUID         NOT NULL,
    person_id      UUID         NULL COMMENT 'for whom it was kept or who left it',
    reservation_id UUID         NULL,
    reason         VARCHAR(200) NULL,
    expected_at    DATETIME(6)  NULL,
    closed_until   DATE         NULL,
    KEY episode_bed_event_bed (bed_id, recorded_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
