-- A project of reintegration, such as the way to a home of one's own.
CREATE TABLE reintegration_track (
    id           UUID         NOT NULL PRIMARY KEY COMMENT 'given by the form: a second click is refused by it',
    person_id    UUID         NOT NULL,
    centre_id    UUID         NOT NULL,
    unit_id      UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind         VARCHAR(20)  NOT NULL,
    open_kind    VARCHAR(20)  NULL COMMENT 'the kind until it ends: one open project a person and kind',
    rule_version INT          NOT NULL COMMENT 'of the milestones it was begun with',
    since_on     DATE         NOT NULL COMMENT 'service day of the first need or goal, from which the days are counted',
    ended_on     DATE         NULL,
    reason       VARCHAR(500) NULL COMMENT 'why it ended',
    version      INT          NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    created_by   UUID         NOT NULL,
    UNIQUE KEY reintegration_track_open (person_id, open_kind),
    KEY reintegration_track_centre (centre_id, kind, since_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what was said of a milestone; the last that was said counts.
CREATE TABLE reintegration_milestone (
    id          UUID         NOT NULL PRIMARY KEY COMMENT 'given by the form: a second click is refused by it',
    track_id    UUID         NOT NULL,
    code        VARCHAR(30)  NOT NULL COMMENT 'of the rule with which the project was begun',
    reached_on  DATE         NULL COMMENT 'service day; null: it was not reached after all',
    note        VARCHAR(200) NULL,
    entry_id    UUID         NOT NULL COMMENT 'its entry in the record',
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    KEY reintegration_milestone_track (track_id, recorded_at),
    CONSTRAINT reintegration_milestone_track FOREIGN KEY (track_id) REFERENCES reintegration_track (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
