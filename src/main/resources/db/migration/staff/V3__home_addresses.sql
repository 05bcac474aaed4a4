-- To notice that somebody opens the record of a person at their own address. No address stands here.
CREATE TABLE staff_home (
    staff_id     UUID     NOT NULL PRIMARY KEY,
    address_hash CHAR(64) NOT NULL COMMENT 'keyed; the key is outside the database',
    CONSTRAINT staff_home_member FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
