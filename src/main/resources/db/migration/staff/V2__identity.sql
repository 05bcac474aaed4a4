-- Which account of the identity provider a member of staff is. A user name may be given to somebody else later; the
-- provider's own id never is.
CREATE TABLE staff_identity (
    subject  VARCHAR(190) NOT NULL PRIMARY KEY,
    staff_id UUID         NOT NULL UNIQUE,
    CONSTRAINT staff_identity_member FOREIGN KEY (staff_id) REFERENCES staff_member (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
