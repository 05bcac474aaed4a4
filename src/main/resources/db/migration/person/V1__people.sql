-- The head: what a person is known as now, and the version every change counts up.
CREATE TABLE person_person (
    id            UUID         NOT NULL PRIMARY KEY,
    file_number   INT UNSIGNED NOT NULL,
    identity_id   UUID         NOT NULL COMMENT 'the row of person_identity that holds now',
    search_name   VARCHAR(700) NOT NULL COMMENT 'every word the person was ever known by, folded, each after a blank',
    version       BIGINT       NOT NULL,
    registered_at DATETIME(6)  NOT NULL,
    registered_by UUID         NOT NULL,
    UNIQUE KEY person_person_file_number (file_number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: attaching an identity adds a row, the former ones stay.
CREATE TABLE person_identity (
    id                UUID              NOT NULL PRIMARY KEY,
    person_id         UUID              NOT NULL,
    alias             VARCHAR(80)       NULL COLLATE utf8mb4_uca1400_ai_ci,
    given_name        VARCHAR(80)       NULL COLLATE utf8mb4_uca1400_ai_ci,
    family_name       VARCHAR(80)       NULL COLLATE utf8mb4_uca1400_ai_ci,
    folded_family     VARCHAR(200)      NULL COMMENT 'for the exact question across centres',
    shown_under_alias BOOLEAN           NOT NULL,
    birth_date        DATE              NULL,
    birth_year        SMALLINT UNSIGNED NULL COMMENT 'when only the year is known',
    gender            VARCHAR(20)       NULL,
    recorded_at       DATETIME(6)       NOT NULL,
    recorded_by       UUID              NOT NULL,
    CONSTRAINT person_identity_person FOREIGN KEY (person_id) REFERENCES person_person (id),
    KEY person_identity_history (person_id, recorded_at),
    KEY person_identity_exact (birth_date, folded_family)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Where a person is known; the order of a centre's list is its key.
CREATE TABLE person_centre (
    centre_id UUID         NOT NULL,
    sort_name VARCHAR(190) NOT NULL,
    person_id UUID         NOT NULL,
    since     DATETIME(6)  NOT NULL,
    PRIMARY KEY (centre_id, sort_name, person_id),
    UNIQUE KEY person_centre_person (person_id, centre_id),
    CONSTRAINT person_centre_person FOREIGN KEY (person_id) REFERENCES person_person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a search looks up, one small range each: T word, N word less one letter, P two words, Y year and word, D birth.
CREATE TABLE person_name_key (
    centre_id  UUID              NOT NULL,
    kind       CHAR(1)           NOT NULL,
    name_key   VARCHAR(90)       NOT NULL,
    birth_year SMALLINT UNSIGNED NOT NULL COMMENT '0 when unknown',
    person_id  UUID              NOT NULL,
    PRIMARY KEY (centre_id, kind, name_key, birth_year, person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE person_identifier (
    person_id       UUID         NOT NULL,
    system_name     VARCHAR(120) NOT NULL,
    identifier      VARCHAR(120) NOT NULL,
    recorded_at     DATETIME(6)  NOT NULL,
    recorded_by     UUID         NOT NULL,
    PRIMARY KEY (person_id, system_name, identifier),
    KEY person_identifier_value (identifier, system_name),
    CONSTRAINT person_identifier_person FOREIGN KEY (person_id) REFERENCES person_person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Added and ended, never rewritten.
CREATE TABLE person_contact (
    id          UUID         NOT NULL PRIMARY KEY,
    person_id   UUID         NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    contact     VARCHAR(300) NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    ended_at    DATETIME(6)  NULL,
    ended_by    UUID         NULL,
    KEY person_contact_person (person_id, recorded_at),
    CONSTRAINT person_contact_person FOREIGN KEY (person_id) REFERENCES person_person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE person_relative (
    id             UUID NOT NULL PRIMARY KEY,
    person_id      UUID NOT NULL,
    latest_version INT  NOT NULL,
    KEY person_relative_person (person_id),
    CONSTRAINT person_relative_person FOREIGN KEY (person_id) REFERENCES person_person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: who the relative is and what they may be told, as it was agreed at that time.
CREATE TABLE person_relative_version (
    relative_id UUID         NOT NULL,
    version     INT          NOT NULL,
    name        VARCHAR(120) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    relation    VARCHAR(20)  NOT NULL,
    telephone   VARCHAR(40)  NULL,
    may_tell    VARCHAR(200) NOT NULL COMMENT 'topics answered yes',
    not_tell    VARCHAR(200) NOT NULL COMMENT 'topics answered no',
    given_on    DATE         NULL,
    until_date  DATE         NULL,
    ended       BOOLEAN      NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    PRIMARY KEY (relative_id, version),
    CONSTRAINT person_relative_version_relative FOREIGN KEY (relative_id) REFERENCES person_relative (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Ended with a reason, never deleted.
CREATE TABLE person_alert (
    id          UUID         NOT NULL PRIMARY KEY,
    person_id   UUID         NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    severity    VARCHAR(20)  NOT NULL,
    text        VARCHAR(300) NOT NULL,
    source      VARCHAR(200) NULL,
    recorded_at DATETIME(6)  NOT NULL,
    recorded_by UUID         NOT NULL,
    ended_at    DATETIME(6)  NULL,
    ended_by    UUID         NULL,
    end_reason  VARCHAR(200) NULL,
    KEY person_alert_person (person_id, ended_at),
    CONSTRAINT person_alert_person FOREIGN KEY (person_id) REFERENCES person_person (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
