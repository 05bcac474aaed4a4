-- Whether a bed was kept for somebody before they came is read for many people at once.
ALTER TABLE episode_bed_event ADD KEY episode_bed_event_person (person_id, act);
