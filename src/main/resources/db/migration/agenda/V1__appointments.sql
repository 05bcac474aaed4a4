CREATE TABLE agenda_group (
    id         UUID         NOT NULL PRIMARY KEY,
    centre_id  UUID         NOT NULL,
    unit_id    UUID         NULL COMMENT 'the unit that leads it; null: the whole centre',
    name       VARCHAR(120) NOT NULL,
    entry      VARCHAR(10)  NOT NULL COMMENT 'OPEN: whoever comes is counted; MEMBERS: each is named',
    capacity   INT          NOT NULL,
    discipline VARCHAR(20)  NOT NULL,
    version    INT          NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    created_by UUID         NOT NULL,
    ended_at   DATETIME(6)  NULL,
    KEY agenda_group_centre (centre_id, ended_at, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE agenda_group_staff (
    group_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    place    INT  NOT NULL,
    PRIMARY KEY (group_id, staff_id),
    CONSTRAINT agenda_group_staff_group FOREIGN KEY (group_id) REFERENCES agenda_group (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One row for each time a person was a member.
CREATE TABLE agenda_group_member (
    id        UUID        NOT NULL PRIMARY KEY,
    group_id  UUID        NOT NULL,
    person_id UUID        NOT NULL,
    joined_at DATETIME(6) NOT NULL,
    joined_by UUID        NOT NULL,
    left_at   DATETIME(6) NULL,
    left_by   UUID        NULL,
    live      BOOLEAN AS (IF(left_at IS NULL, TRUE, NULL)) PERSISTENT COMMENT 'one live membership of a person',
    UNIQUE KEY agenda_group_member_once (group_id, person_id, live),
    KEY agenda_group_member_person (person_id, live),
    CONSTRAINT agenda_group_member_group FOREIGN KEY (group_id) REFERENCES agenda_group (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- How an appointment stands now; whatever was said of it on the way is in agenda_change.
CREATE TABLE agenda_appointment (
    id           UUID         NOT NULL PRIMARY KEY,
    series_id    UUID         NULL COMMENT 'the first appointment of its series',
    pattern_day  DATE         NULL COMMENT 'the day the series gives it, whatever day it was moved to alone',
    alone        BOOLEAN      NOT NULL COMMENT 'moved alone: the rest of its series no longer takes it along',
    person_id    UUID         NULL COMMENT 'null: a meeting or a group',
    group_id     UUID         NULL,
    centre_id    UUID         NOT NULL,
    unit_id      UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind         VARCHAR(20)  NOT NULL,
    discipline   VARCHAR(20)  NOT NULL,
    subject      VARCHAR(200) NULL,
    place        VARCHAR(200) NULL COMMENT 'where, when it is in no room of the centre',
    room_id      UUID         NULL,
    starts_at    DATETIME(6)  NOT NULL,
    ends_at      DATETIME(6)  NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    reason       VARCHAR(500) NULL COMMENT 'why it was cancelled',
    heads        INT          NULL COMMENT 'how many came to an open group',
    entry_id     UUID         NULL COMMENT 'the entry of a missed one in the record',
    version      INT          NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    created_by   UUID         NOT NULL,
    changed_at   DATETIME(6)  NOT NULL,
    changed_by   UUID         NOT NULL,
    KEY agenda_appointment_person (person_id, starts_at, id),
    KEY agenda_appointment_centre (centre_id, starts_at, id),
    KEY agenda_appointment_group (group_id, starts_at, id),
    KEY agenda_appointment_series (series_id, pattern_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE agenda_appointment_staff (
    appointment_id UUID NOT NULL,
    staff_id       UUID NOT NULL,
    place          INT  NOT NULL COMMENT '0 holds it, the others take part',
    PRIMARY KEY (appointment_id, staff_id),
    KEY agenda_appointment_staff_staff (staff_id, place, appointment_id),
    CONSTRAINT agenda_appointment_staff_of FOREIGN KEY (appointment_id) REFERENCES agenda_appointment (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Who came to a session of a group.
CREATE TABLE agenda_attendance (
    appointment_id UUID        NOT NULL,
    person_id      UUID        NOT NULL,
    state          VARCHAR(20) NOT NULL,
    entry_id       UUID        NULL COMMENT 'the entry of a missed one in the record',
    version        INT         NOT NULL,
    changed_at     DATETIME(6) NOT NULL,
    changed_by     UUID        NOT NULL,
    PRIMARY KEY (appointment_id, person_id),
    KEY agenda_attendance_person (person_id, appointment_id),
    CONSTRAINT agenda_attendance_of FOREIGN KEY (appointment_id) REFERENCES agenda_appointment (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The time that a person, a member of staff and a room give to an appointment. Released when it is cancelled. No two
-- rows of one of them overlap: whoever books holds the row of each in agenda_diary while it looks and writes.
CREATE TABLE agenda_busy (
    appointment_id UUID        NOT NULL,
    resource_id    UUID        NOT NULL COMMENT 'a person, a member of staff or a room',
    starts_at      DATETIME(6) NOT NULL,
    ends_at        DATETIME(6) NOT NULL,
    PERIOD FOR busy_time (starts_at, ends_at),
    PRIMARY KEY (appointment_id, resource_id),
    UNIQUE KEY agenda_busy_once (resource_id, busy_time WITHOUT OVERLAPS),
    CONSTRAINT agenda_busy_of FOREIGN KEY (appointment_id) REFERENCES agenda_appointment (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- One row for everybody and every room that was ever booked. Counting it up makes those who book the same wait for
-- each other, and fails on one side where the database has several that write.
CREATE TABLE agenda_diary (
    resource_id UUID   NOT NULL PRIMARY KEY,
    turn        BIGINT NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each version of an appointment.
CREATE TABLE agenda_change (
    appointment_id UUID         NOT NULL,
    version        INT          NOT NULL,
    state          VARCHAR(20)  NOT NULL,
    starts_at      DATETIME(6)  NOT NULL,
    ends_at        DATETIME(6)  NOT NULL,
    room_id        UUID         NULL,
    reason         VARCHAR(500) NULL,
    changed_at     DATETIME(6)  NOT NULL,
    changed_by     UUID         NOT NULL,
    PRIMARY KEY (appointment_id, version),
    CONSTRAINT agenda_change_of FOREIGN KEY (appointment_id) REFERENCES agenda_appointment (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
