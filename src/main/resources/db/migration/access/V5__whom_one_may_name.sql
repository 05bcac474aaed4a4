-- Each list asks whom its reader may name beyond their centres: it read the relations of everybody.
ALTER TABLE access_care_relation ADD KEY access_care_relation_staff (staff_id, ends_at);
