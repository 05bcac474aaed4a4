-- What the auditor's desk reads by: each filter of its own walks one index, newest first. The id stands in the keys by
-- name, where it is anyway, because an order is served only by the columns that a key names.
ALTER TABLE ${logSchema}.access_event
    DROP KEY access_event_person,
    DROP KEY access_event_actor,
    ADD KEY access_event_person (person_id, occurred_at, id),
    ADD KEY access_event_actor (actor_id, occurred_at, id),
    ADD KEY access_event_centre (actor_centre_id, occurred_at, id),
    ADD KEY access_event_action (action, occurred_at, id),
    ADD KEY access_event_newest (occurred_at, id);

-- Rows of before, which no release has written, have no time beside the people they named.
ALTER TABLE ${logSchema}.access_shown
    ADD COLUMN occurred_at DATETIME(6) NULL COMMENT 'as in the row itself',
    ADD KEY access_shown_time (person_id, occurred_at, event_id);
