-- What the auditor's desk reads by: each filter of its own walks one index, newest first. Rows of before, which no
-- release has written, have no time beside the people they named.
ALTER TABLE ${logSchema}.access_event
    ADD KEY IF NOT EXISTS access_event_time (occurred_at),
    ADD KEY access_event_centre (actor_centre_id, occurred_at),
    ADD KEY access_event_action (action, occurred_at);

ALTER TABLE ${logSchema}.access_shown
    ADD COLUMN occurred_at DATETIME(6) NULL COMMENT 'as in the row itself',
    ADD KEY access_shown_time (person_id, occurred_at);
