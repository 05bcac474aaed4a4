-- A team meeting: of which unit, when, and whether its minutes are signed. Whom it talked about is in its parts.
CREATE TABLE plan_meeting (
    id         UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click opens no second one',
    centre_id  UUID        NOT NULL,
    unit_id    UUID        NULL COMMENT 'null: of the whole centre',
    held_on    DATE        NOT NULL COMMENT 'service day of the centre',
    version    INT         NOT NULL COMMENT 'counts up with the order and with who is present',
    created_at DATETIME(6) NOT NULL,
    created_by UUID        NOT NULL,
    signed_at  DATETIME(6) NULL COMMENT 'from then on nothing of it changes',
    signed_by  UUID        NULL,
    KEY plan_meeting_list (centre_id, held_on, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE plan_meeting_present (
    meeting_id UUID NOT NULL,
    staff_id   UUID NOT NULL,
    PRIMARY KEY (meeting_id, staff_id),
    CONSTRAINT plan_meeting_present_at FOREIGN KEY (meeting_id) REFERENCES plan_meeting (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was said of one person. Whoever of the team writes it writes the same one: the version keeps one from overwriting
-- the other. Once signed it stands in that person's record and stays.
CREATE TABLE plan_meeting_part (
    id         UUID         NOT NULL PRIMARY KEY,
    meeting_id UUID         NOT NULL,
    person_id  UUID         NOT NULL,
    place      INT          NOT NULL COMMENT 'in the agenda',
    due_on     DATE         NULL COMMENT 'the day of the review that put them on the agenda',
    reason     VARCHAR(200) NULL COMMENT 'why somebody put them on it by hand',
    said       TEXT         NULL,
    version    INT          NOT NULL,
    saved_at   DATETIME(6)  NOT NULL,
    saved_by   UUID         NOT NULL,
    unit_id    UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    entry_id   UUID         NULL COMMENT 'its entry in the record, once signed',
    signed_at  DATETIME(6)  NULL,
    signed_by  UUID         NULL,
    UNIQUE KEY plan_meeting_part_person (meeting_id, person_id),
    KEY plan_meeting_part_of (person_id, signed_at),
    CONSTRAINT plan_meeting_part_meeting FOREIGN KEY (meeting_id) REFERENCES plan_meeting (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- What was decided; replaced with its part until that is signed.
CREATE TABLE plan_meeting_decision (
    id       UUID         NOT NULL PRIMARY KEY,
    part_id  UUID         NOT NULL,
    place    INT          NOT NULL,
    title    VARCHAR(200) NOT NULL,
    owner_id UUID         NULL COMMENT 'who sees to it; never null once signed',
    due_on   DATE         NULL COMMENT 'service day of the centre; never null once signed',
    KEY plan_meeting_decision_owner (owner_id, due_on),
    KEY plan_meeting_decision_part (part_id, place),
    CONSTRAINT plan_meeting_decision_of FOREIGN KEY (part_id) REFERENCES plan_meeting_part (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what was done.
CREATE TABLE plan_meeting_decision_done (
    decision_id UUID        NOT NULL PRIMARY KEY,
    done_at     DATETIME(6) NOT NULL,
    done_by     UUID        NOT NULL,
    CONSTRAINT plan_meeting_decision_done_of FOREIGN KEY (decision_id) REFERENCES plan_meeting_decision (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
