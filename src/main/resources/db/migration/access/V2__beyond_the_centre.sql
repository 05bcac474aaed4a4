-- A relation of one member of staff counts while they work in its centre, unless it was given beyond it knowingly.
ALTER TABLE access_care_relation
    ADD COLUMN beyond_centre BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'given to a member of staff who did not work in the centre when it began' AFTER staff_id;

UPDATE access_care_relation SET beyond_centre = TRUE WHERE kind = 'TASK';
