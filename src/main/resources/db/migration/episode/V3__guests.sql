-- A transfer for a time: the person is a guest of the other unit from a day to a day, and the episode stays.
ALTER TABLE episode_transfer
    ADD COLUMN until_on   DATE    NULL COMMENT 'the last day of a guest; null: a transfer for good' AFTER wished_on,
    ADD COLUMN guest_live BOOLEAN NULL COMMENT 'as live, of a guest: once a unit and first day',
    ADD UNIQUE KEY episode_transfer_guest (episode_id, to_unit_id, wished_on, guest_live);
