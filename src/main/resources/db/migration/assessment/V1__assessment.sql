-- Insert-only: the application never updates or deletes a row. A correction is a row that supersedes an earlier one.
CREATE TABLE assessment_form (
    id            UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id     UUID        NOT NULL,
    centre_id     UUID        NOT NULL,
    instrument    VARCHAR(30) NOT NULL COMMENT 'the code of the rule file; NEWS2 for a set of vital signs',
    rule_version  INT         NOT NULL COMMENT 'the version of the rule file it was scored with',
    status        VARCHAR(20) NOT NULL COMMENT 'SCORED, INCOMPLETE or NOT_ASSESSABLE',
    total         SMALLINT    NULL COMMENT 'only when SCORED',
    band          VARCHAR(30) NULL COMMENT 'only when SCORED',
    profile       VARCHAR(30) NULL COMMENT 'the band profile, or how saturation was read',
    severity      VARCHAR(10) NULL COMMENT 'only when SCORED',
    alerts        VARCHAR(200) NULL COMMENT 'codes of the item alerts that fired, comma-separated',
    reason        VARCHAR(40) NULL COMMENT 'only when NOT_ASSESSABLE',
    reason_detail VARCHAR(200) NULL,
    comment       MEDIUMTEXT  NULL,
    occurred_at   DATETIME(6) NOT NULL,
    recorded_at   DATETIME(6) NOT NULL,
    scorer_id     UUID        NOT NULL,
    supersedes_id UUID        NULL UNIQUE COMMENT 'a form is corrected once; the correction may be corrected again',
    entry_id      UUID        NOT NULL COMMENT 'its entry in the timeline',
    CONSTRAINT assessment_form_supersedes FOREIGN KEY (supersedes_id) REFERENCES assessment_form (id),
    KEY assessment_form_course (person_id, instrument, occurred_at, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE assessment_item (
    form_id UUID        NOT NULL,
    item    VARCHAR(40) NOT NULL,
    value   SMALLINT    NOT NULL COMMENT 'as rated; an item that was not rated has no row',
    PRIMARY KEY (form_id, item),
    CONSTRAINT assessment_item_form FOREIGN KEY (form_id) REFERENCES assessment_form (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Null: not measured.
CREATE TABLE assessment_vital_signs (
    form_id            UUID         NOT NULL PRIMARY KEY,
    heart_rate         SMALLINT     NULL COMMENT '/min',
    systolic_pressure  SMALLINT     NULL COMMENT 'mm[Hg]',
    diastolic_pressure SMALLINT     NULL COMMENT 'mm[Hg]',
    respiratory_rate   SMALLINT     NULL COMMENT '/min',
    oxygen_saturation  SMALLINT     NULL COMMENT '%',
    inhaled_gas        VARCHAR(10)  NULL,
    temperature        DECIMAL(4,1) NULL COMMENT 'Cel',
    consciousness      VARCHAR(15)  NULL,
    glucose            DECIMAL(5,1) NULL COMMENT 'mmol/L, capillary',
    breath_alcohol     DECIMAL(5,2) NULL COMMENT 'as the device showed it',
    breath_unit        VARCHAR(40)  NULL,
    blood_equivalent   DECIMAL(7,3) NULL COMMENT 'g/L of blood, converted by the version of the limits',
    limits_version     INT          NOT NULL,
    confirmed          VARCHAR(200) NULL COMMENT 'unusual values confirmed at the screen, comma-separated',
    CONSTRAINT assessment_vital_signs_form FOREIGN KEY (form_id) REFERENCES assessment_form (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
