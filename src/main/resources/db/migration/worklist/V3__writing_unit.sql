-- Beside the unit that has it to do: a lock on a unit closes what that unit wrote.
ALTER TABLE worklist_task
    ADD COLUMN written_unit_id UUID NULL COMMENT 'the unit that wrote it; null: the whole centre' AFTER unit_id;
