-- One row a person: exists from registration, counts up with every change that can change a decision.
CREATE TABLE access_person (
    person_id UUID   NOT NULL PRIMARY KEY,
    version   BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE access_care_relation (
    id        UUID        NOT NULL PRIMARY KEY,
    person_id UUID        NOT NULL,
    kind      VARCHAR(20) NOT NULL,
    centre_id UUID        NOT NULL,
    unit_id   UUID        NULL COMMENT 'everybody of the unit',
    staff_id  UUID        NULL COMMENT 'one member of staff',
    source_id UUID        NULL COMMENT 'the episode, task or request it comes from',
    begins_at DATETIME(6) NOT NULL,
    ends_at   DATETIME(6) NULL,
    CONSTRAINT access_care_relation_person FOREIGN KEY (person_id) REFERENCES access_person (person_id),
    KEY access_care_relation_now (person_id, ends_at),
    KEY access_care_relation_source (source_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE access_sharing_consent (
    id           UUID         NOT NULL PRIMARY KEY,
    person_id    UUID         NOT NULL,
    given_at     DATETIME(6)  NOT NULL,
    until_at     DATETIME(6)  NULL,
    withdrawn_at DATETIME(6)  NULL,
    language     VARCHAR(5)   NOT NULL,
    text_version INT          NOT NULL,
    recorded_by  UUID         NOT NULL,
    withdrawn_by UUID         NULL,
    CONSTRAINT access_sharing_consent_person FOREIGN KEY (person_id) REFERENCES access_person (person_id),
    KEY access_sharing_consent_person_id (person_id, given_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
