-- What a person told of the substances they use, a version each time. Insert-only. NULL means that it was not asked;
-- that something is not known, or that the person did not wish to answer, is a code of the list.
CREATE TABLE history_substance_profile (
    id                    UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id             UUID         NOT NULL,
    centre_id             UUID         NOT NULL COMMENT 'each centre leads its own versions',
    unit_id               UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    version               INT          NOT NULL,
    list_version          INT          NOT NULL COMMENT 'the version of the rule file whose codes it holds',
    primary_substance     VARCHAR(30)  NOT NULL,
    route                 VARCHAR(30)  NULL,
    frequency             VARCHAR(30)  NULL,
    first_use_age         SMALLINT     NULL,
    first_use_asked       BOOLEAN      NOT NULL COMMENT 'asked without an age: not known',
    secondary_substances  VARCHAR(200) NULL COMMENT 'comma-separated',
    polydrug              VARCHAR(30)  NULL,
    injecting             VARCHAR(30)  NULL,
    first_injection_age   SMALLINT     NULL,
    first_injection_asked BOOLEAN      NOT NULL,
    sharing               VARCHAR(30)  NULL,
    last_use_on           DATE         NULL COMMENT 'as told, where the centre is',
    last_use_at           TIME         NULL,
    last_use_amount       VARCHAR(200) NULL COMMENT 'in the words of the person',
    recorded_at           DATETIME(6)  NOT NULL,
    recorded_by           UUID         NOT NULL,
    entry_id              UUID         NOT NULL COMMENT 'its entry in the record',
    UNIQUE KEY history_substance_profile_version (person_id, centre_id, version),
    KEY history_substance_profile_list (person_id, recorded_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
