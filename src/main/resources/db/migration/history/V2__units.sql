ALTER TABLE history_problem
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that took it in; null: the whole centre' AFTER centre_id;
ALTER TABLE history_medication
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that took it in; null: the whole centre' AFTER centre_id;
ALTER TABLE history_encounter
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that took it in; null: the whole centre' AFTER centre_id;
ALTER TABLE history_observation
    ADD COLUMN unit_id UUID NULL COMMENT 'the unit that took it in; null: the whole centre' AFTER centre_id;
