-- A lock on a unit closes what that unit wrote; rows from before are of the whole centre.
ALTER TABLE record_entry
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that wrote it; null: the whole centre' AFTER centre_id;
