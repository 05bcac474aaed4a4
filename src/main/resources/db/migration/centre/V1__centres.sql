CREATE TABLE centre_centre (
    id              UUID         NOT NULL PRIMARY KEY,
    code            VARCHAR(20)  NOT NULL UNIQUE,
    name            VARCHAR(120) NOT NULL,
    kind            VARCHAR(30)  NOT NULL,
    time_zone       VARCHAR(40)  NOT NULL,
    day_cut_off     TIME         NOT NULL,
    country_profile VARCHAR(20)  NOT NULL,
    telephone       VARCHAR(40)  NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE centre_unit (
    id        UUID         NOT NULL PRIMARY KEY,
    centre_id UUID         NOT NULL,
    name      VARCHAR(120) NOT NULL,
    kind      VARCHAR(30)  NOT NULL,
    CONSTRAINT centre_unit_centre FOREIGN KEY (centre_id) REFERENCES centre_centre (id),
    UNIQUE KEY centre_unit_name (centre_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE centre_room (
    id      UUID        NOT NULL PRIMARY KEY,
    unit_id UUID        NOT NULL,
    name    VARCHAR(40) NOT NULL,
    CONSTRAINT centre_room_unit FOREIGN KEY (unit_id) REFERENCES centre_unit (id),
    UNIQUE KEY centre_room_name (unit_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE centre_bed (
    id      UUID        NOT NULL PRIMARY KEY,
    room_id UUID        NOT NULL,
    name    VARCHAR(40) NOT NULL,
    CONSTRAINT centre_bed_room FOREIGN KEY (room_id) REFERENCES centre_room (id),
    UNIQUE KEY centre_bed_name (room_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
