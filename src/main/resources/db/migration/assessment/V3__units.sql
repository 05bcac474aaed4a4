ALTER TABLE assessment_form
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that wrote it; null: the whole centre' AFTER centre_id;
