-- Somebody returned to use after their treatment: how their way back stands. It passes no waiting list.
CREATE TABLE aftercare_way_back (
    id              UUID          NOT NULL PRIMARY KEY COMMENT 'given by the form',
    person_id       UUID          NOT NULL,
    centre_id       UUID          NOT NULL,
    unit_id         UUID          NULL COMMENT 'the unit that wrote it; null: the whole centre',
    episode_id      UUID          NULL COMMENT 'the enquiry it opened; null where an episode goes on',
    words           VARCHAR(2000) NULL COMMENT 'what the person says, in their words',
    due_on          DATE          NOT NULL COMMENT 'the last service day on which they are to be seen',
    worker_id       UUID          NULL COMMENT 'who sees to it; null: somebody of the centre',
    appointment_id  UUID          NULL,
    appointment_on  DATE          NULL,
    later           BOOLEAN       NOT NULL COMMENT 'whether the person could not come by the due day',
    seen_on         DATE          NULL,
    plan_revised_on DATE          NULL,
    open_way        BOOLEAN       NULL COMMENT 'null, not false, once it has ended: one a person and centre',
    end_reason      VARCHAR(500)  NULL COMMENT 'why it ended before everything was done',
    version         INT           NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    created_by      UUID          NOT NULL,
    changed_at      DATETIME(6)   NOT NULL,
    changed_by      UUID          NOT NULL,
    UNIQUE KEY aftercare_way_back_open (person_id, centre_id, open_way),
    KEY aftercare_way_back_episode (episode_id),
    KEY aftercare_way_back_person (person_id, created_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: a partner was told of it, as the person had agreed.
CREATE TABLE aftercare_partner_contact (
    id           UUID          NOT NULL PRIMARY KEY COMMENT 'given by the form',
    way_back_id  UUID          NOT NULL,
    person_id    UUID          NOT NULL,
    consent_id   UUID          NOT NULL COMMENT 'what it rests on',
    organisation VARCHAR(200)  NOT NULL,
    words        VARCHAR(2000) NOT NULL COMMENT 'what was said',
    entry_id     UUID          NOT NULL COMMENT 'its entry in the record',
    recorded_at  DATETIME(6)   NOT NULL,
    recorded_by  UUID          NOT NULL,
    KEY aftercare_partner_contact_way_back (way_back_id),
    KEY aftercare_partner_contact_person (person_id),
    CONSTRAINT aftercare_partner_contact_way_back FOREIGN KEY (way_back_id) REFERENCES aftercare_way_back (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
