-- Rooms in which people meet; the rooms in which they sleep are in centre_room.
CREATE TABLE centre_meeting_room (
    id        UUID        NOT NULL PRIMARY KEY,
    centre_id UUID        NOT NULL,
    name      VARCHAR(40) NOT NULL,
    CONSTRAINT centre_meeting_room_centre FOREIGN KEY (centre_id) REFERENCES centre_centre (id),
    UNIQUE KEY centre_meeting_room_name (centre_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Days on which a centre is closed beside weekends and public holidays.
CREATE TABLE centre_closed_day (
    centre_id UUID         NOT NULL,
    closed_on DATE         NOT NULL COMMENT 'by the calendar of the centre',
    reason    VARCHAR(120) NOT NULL,
    PRIMARY KEY (centre_id, closed_on),
    CONSTRAINT centre_closed_day_centre FOREIGN KEY (centre_id) REFERENCES centre_centre (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
