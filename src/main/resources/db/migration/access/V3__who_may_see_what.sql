-- A relation given by name has somebody who gave it, and why.
ALTER TABLE access_care_relation
    ADD COLUMN given_by UUID         NULL COMMENT 'who gave it to a member of staff for a time',
    ADD COLUMN reason   VARCHAR(200) NULL COLLATE utf8mb4_uca1400_ai_ci;

-- A consent names who receives what, for what; the first ones were for all centres and everything.
ALTER TABLE access_sharing_consent
    ADD COLUMN recipient_centre_id UUID         NULL COMMENT 'null: every centre that follows the person, or the organisation named' AFTER person_id,
    ADD COLUMN organisation        VARCHAR(200) NULL COLLATE utf8mb4_uca1400_ai_ci COMMENT 'a recipient outside the service' AFTER recipient_centre_id,
    ADD COLUMN sections            VARCHAR(400) NOT NULL DEFAULT 'ADMINISTRATIVE,MEDICAL,OPIOID_AGONIST,PSYCHOLOGICAL,GROUP,SOCIAL,FAMILY,HARM_REDUCTION,LABORATORY,RISK,PLAN' COMMENT 'names, parted by commas' AFTER organisation,
    ADD COLUMN purpose             VARCHAR(20)  NOT NULL DEFAULT 'CARE' AFTER sections;

-- What a person closes: a section for everybody but the authors, or what a unit writes for everybody outside it.
CREATE TABLE access_lock (
    id        UUID        NOT NULL PRIMARY KEY,
    person_id UUID        NOT NULL,
    section   VARCHAR(30) NULL,
    centre_id UUID        NULL COMMENT 'the centre of the unit',
    unit_id   UUID        NULL,
    placed_at DATETIME(6) NOT NULL,
    placed_by UUID        NOT NULL COMMENT 'who entered it for the person',
    lifted_at DATETIME(6) NULL,
    lifted_by UUID        NULL,
    in_force  BOOLEAN     NULL COMMENT 'true until lifted: a thing is locked once',
    CONSTRAINT access_lock_person FOREIGN KEY (person_id) REFERENCES access_person (person_id),
    CONSTRAINT access_lock_one CHECK ((section IS NULL) <> (unit_id IS NULL)),
    UNIQUE KEY access_lock_section (person_id, section, in_force),
    UNIQUE KEY access_lock_unit (person_id, unit_id, in_force)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A protected person is known to named members of staff only.
CREATE TABLE access_protection (
    person_id    UUID         NOT NULL PRIMARY KEY,
    reason       VARCHAR(200) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    protected_at DATETIME(6)  NOT NULL,
    protected_by UUID         NOT NULL,
    CONSTRAINT access_protection_person FOREIGN KEY (person_id) REFERENCES access_person (person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE access_protection_staff (
    person_id UUID        NOT NULL,
    staff_id  UUID        NOT NULL,
    named_at  DATETIME(6) NOT NULL,
    named_by  UUID        NOT NULL,
    PRIMARY KEY (person_id, staff_id),
    CONSTRAINT access_protection_staff_person FOREIGN KEY (person_id) REFERENCES access_protection (person_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One emergency access: why, for how long, and what a coordinator said of it afterwards.
CREATE TABLE access_emergency (
    id             UUID          NOT NULL PRIMARY KEY,
    person_id      UUID          NOT NULL,
    staff_id       UUID          NOT NULL,
    role           VARCHAR(30)   NOT NULL,
    centre_id      UUID          NOT NULL COMMENT 'whose coordinators review it',
    reason         VARCHAR(40)   NOT NULL,
    explanation    VARCHAR(1000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    begins_at      DATETIME(6)   NOT NULL,
    ends_at        DATETIME(6)   NOT NULL COMMENT 'moved forward when it is closed early',
    review_due_on  DATE          NOT NULL COMMENT 'the service day of the centre',
    reviewed_at    DATETIME(6)   NULL,
    reviewed_by    UUID          NULL,
    verdict        VARCHAR(20)   NULL,
    review_comment VARCHAR(1000) NULL COLLATE utf8mb4_uca1400_ai_ci,
    CONSTRAINT access_emergency_person FOREIGN KEY (person_id) REFERENCES access_person (person_id),
    KEY access_emergency_now (person_id, staff_id, ends_at),
    KEY access_emergency_staff (staff_id, ends_at),
    KEY access_emergency_review (centre_id, reviewed_at, review_due_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Somebody of one centre asks to take part in the care of a person of another.
CREATE TABLE access_request (
    id             UUID          NOT NULL PRIMARY KEY,
    person_id      UUID          NOT NULL,
    centre_id      UUID          NOT NULL COMMENT 'whose coordinators decide',
    staff_id       UUID          NOT NULL,
    from_centre_id UUID          NOT NULL COMMENT 'where they work',
    wish           VARCHAR(20)   NOT NULL,
    reason         VARCHAR(1000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    asked_at       DATETIME(6)   NOT NULL,
    state          VARCHAR(20)   NOT NULL,
    decided_at     DATETIME(6)   NULL,
    decided_by     UUID          NULL,
    until_at       DATETIME(6)   NULL,
    answer         VARCHAR(1000) NULL COLLATE utf8mb4_uca1400_ai_ci,
    pending        BOOLEAN       NULL COMMENT 'true until decided: one pending request a person and asker',
    CONSTRAINT access_request_person FOREIGN KEY (person_id) REFERENCES access_person (person_id),
    UNIQUE KEY access_request_pending (person_id, staff_id, pending),
    KEY access_request_centre (centre_id, state, asked_at),
    KEY access_request_staff (staff_id, asked_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Two records of one person: the absorbed one is read as part of the surviving one while the link lives.
CREATE TABLE access_merge (
    id            UUID         NOT NULL PRIMARY KEY,
    absorbed_id   UUID         NOT NULL,
    surviving_id  UUID         NOT NULL,
    linked_at     DATETIME(6)  NOT NULL,
    linked_by     UUID         NOT NULL,
    reason        VARCHAR(200) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    undone_at     DATETIME(6)  NULL,
    undone_by     UUID         NULL,
    undone_reason VARCHAR(200) NULL COLLATE utf8mb4_uca1400_ai_ci,
    live          BOOLEAN      NULL COMMENT 'true until undone: a record is absorbed once',
    CONSTRAINT access_merge_absorbed FOREIGN KEY (absorbed_id) REFERENCES access_person (person_id),
    CONSTRAINT access_merge_surviving FOREIGN KEY (surviving_id) REFERENCES access_person (person_id),
    UNIQUE KEY access_merge_live (absorbed_id, live),
    KEY access_merge_surviving_id (surviving_id, live)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a member of staff is told at once, until they have seen it. Holds ids only.
CREATE TABLE access_notice (
    id        UUID        NOT NULL PRIMARY KEY,
    staff_id  UUID        NOT NULL,
    person_id UUID        NOT NULL,
    kind      VARCHAR(30) NOT NULL,
    source_id UUID        NOT NULL COMMENT 'the emergency access, request or relation it tells of',
    told_by   UUID        NOT NULL,
    told_at   DATETIME(6) NOT NULL,
    seen_at   DATETIME(6) NULL,
    KEY access_notice_unseen (staff_id, seen_at, told_at),
    KEY access_notice_told (told_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
