-- The accesses in force, counted by whom they were given to.
ALTER TABLE access_care_relation ADD KEY access_care_relation_given (kind, ends_at);
