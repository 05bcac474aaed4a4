ALTER TABLE worklist_task
    ADD COLUMN due_on DATE NULL COMMENT 'the service day it is due on as a whole; null when the hour counts' AFTER due_at;
