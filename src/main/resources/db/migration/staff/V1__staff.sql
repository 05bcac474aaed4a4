CREATE TABLE staff_member (
    id             UUID         NOT NULL PRIMARY KEY,
    username       VARCHAR(60)  NOT NULL UNIQUE,
    given_name     VARCHAR(80)  NOT NULL,
    family_name    VARCHAR(80)  NOT NULL,
    role           VARCHAR(30)  NOT NULL,
    active         BOOLEAN      NOT NULL,
    rights_version BIGINT       NOT NULL COMMENT 'counts up with every change of role, state or assignment'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE staff_assignment (
    id        UUID NOT NULL PRIMARY KEY,
    staff_id  UUID NOT NULL,
    centre_id UUID NOT NULL,
    unit_id   UUID NULL COMMENT 'null: the whole centre',
    CONSTRAINT staff_assignment_member FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE staff_function (
    id        UUID        NOT NULL PRIMARY KEY,
    staff_id  UUID        NOT NULL,
    centre_id UUID        NOT NULL,
    function  VARCHAR(30) NOT NULL,
    from_day  DATE        NOT NULL,
    to_day    DATE        NULL COMMENT 'the last day, inclusive',
    CONSTRAINT staff_function_member FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE staff_preference (
    staff_id     UUID        NOT NULL PRIMARY KEY,
    language     VARCHAR(5)  NULL,
    color_scheme VARCHAR(10) NULL,
    CONSTRAINT staff_preference_member FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
