-- A step belongs to a goal of the plan, names the partner it goes through, and says since when an answer is awaited.
ALTER TABLE reintegration_step
    ADD COLUMN goal_id       UUID         NULL COMMENT 'the goal of the care plan it serves' AFTER unit_id,
    ADD COLUMN partner       VARCHAR(120) NULL COMMENT 'the service outside through which it goes' AFTER third_party,
    ADD COLUMN awaited_since DATE         NULL COMMENT 'service day since which an answer from outside is awaited' AFTER due_on,
    ADD COLUMN moved_at      DATETIME(6)  NULL COMMENT 'its last change or contact: it stands still since',
    ADD KEY reintegration_step_goal (goal_id);
UPDATE reintegration_step SET moved_at = changed_at;
ALTER TABLE reintegration_step MODIFY COLUMN moved_at DATETIME(6) NOT NULL COMMENT 'its last change or contact: it stands still since';

-- Of versions before this one it is not kept who saw to the step.
ALTER TABLE reintegration_step_change
    ADD COLUMN goal_id       UUID         NULL AFTER reason,
    ADD COLUMN partner       VARCHAR(120) NULL AFTER goal_id,
    ADD COLUMN awaited_since DATE         NULL AFTER partner,
    ADD COLUMN responsible   VARCHAR(20)  NULL AFTER awaited_since,
    ADD COLUMN worker_id     UUID         NULL AFTER responsible,
    ADD COLUMN third_party   VARCHAR(120) NULL AFTER worker_id;

-- Insert-only: who was asked or reminded about a step, how, and what came of it.
CREATE TABLE reintegration_step_contact (
    id       UUID         NOT NULL PRIMARY KEY COMMENT 'given by the form: a second click is refused by it',
    step_id  UUID         NOT NULL,
    way      VARCHAR(10)  NOT NULL COMMENT 'CALL, MAIL, LETTER or VISIT',
    reached  BOOLEAN      NOT NULL COMMENT 'whether somebody answered',
    note     VARCHAR(500) NULL,
    entry_id UUID         NOT NULL COMMENT 'its entry in the record',
    made_at  DATETIME(6)  NOT NULL,
    made_by  UUID         NOT NULL,
    KEY reintegration_step_contact_step (step_id, made_at),
    CONSTRAINT reintegration_step_contact_step FOREIGN KEY (step_id) REFERENCES reintegration_step (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
