-- What the figures ask of an exit. Rows of before say nothing of it, and are not counted.
ALTER TABLE situation_exit
    ADD COLUMN unit_id    UUID        NULL COMMENT 'the unit the person left' AFTER centre_id,
    ADD COLUMN entered_on DATE        NULL COMMENT 'service day on which the treatment began; null: it never did' AFTER left_on,
    ADD COLUMN reason     VARCHAR(30) NULL COMMENT 'why the episode ended' AFTER entered_on;
