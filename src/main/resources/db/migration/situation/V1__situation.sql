-- Ratings of needs. Insert-only: a correction is a row that points at the old one.
CREATE TABLE situation_assessment (
    id            UUID          NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id     UUID          NOT NULL,
    centre_id     UUID          NOT NULL,
    unit_id       UUID          NULL COMMENT 'the unit that wrote it; null: the whole centre',
    rule_version  INT           NOT NULL COMMENT 'the version of the matrix',
    occasion      VARCHAR(20)   NOT NULL COMMENT 'INTAKE, REVIEW or EXIT',
    assessed_on   DATE          NOT NULL COMMENT 'service day of the centre',
    level_sum     INT           NOT NULL,
    applicable    INT           NOT NULL,
    open_domains  INT           NOT NULL COMMENT 'not rated; with one of them there is no mean',
    mean          DECIMAL(3, 1) NULL COMMENT 'as worked out when it was signed',
    comment       VARCHAR(2000) NULL,
    supersedes_id UUID          NULL UNIQUE COMMENT 'one correction each',
    reason        VARCHAR(500)  NULL COMMENT 'why it stands in the place of another',
    signed_at     DATETIME(6)   NOT NULL,
    signed_by     UUID          NOT NULL,
    entry_id      UUID          NOT NULL COMMENT 'its entry in the record',
    CONSTRAINT situation_assessment_supersedes FOREIGN KEY (supersedes_id) REFERENCES situation_assessment (id),
    KEY situation_assessment_person (person_id, centre_id, assessed_on, signed_at),
    KEY situation_assessment_centre (centre_id, assessed_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: the domains of a rating.
CREATE TABLE situation_need (
    id            UUID         NOT NULL PRIMARY KEY,
    assessment_id UUID         NOT NULL,
    domain        VARCHAR(30)  NOT NULL,
    level         TINYINT      NOT NULL COMMENT '0: does not apply',
    need          VARCHAR(500) NULL,
    resources     VARCHAR(500) NULL,
    risks         VARCHAR(500) NULL,
    obstacles     VARCHAR(500) NULL,
    task_id       UUID         NULL COMMENT 'the need whose task stands for this one: itself, or an earlier one still open',
    due_on        DATE         NULL COMMENT 'service day by which something is done',
    UNIQUE KEY situation_need_domain (assessment_id, domain),
    KEY situation_need_task (task_id),
    CONSTRAINT situation_need_assessment FOREIGN KEY (assessment_id) REFERENCES situation_assessment (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: what was done about a need, or that it was rated better.
CREATE TABLE situation_need_answer (
    id          UUID         NOT NULL PRIMARY KEY,
    need_id     UUID         NOT NULL,
    what        VARCHAR(200) NOT NULL COMMENT 'in words; RATED or CORRECTED without an entry: by a later rating',
    entry_id    UUID         NULL COMMENT 'its entry in the record',
    answered_at DATETIME(6)  NOT NULL,
    answered_by UUID         NOT NULL,
    KEY situation_need_answer_need (need_id),
    CONSTRAINT situation_need_answer_to FOREIGN KEY (need_id) REFERENCES situation_need (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: when a person left, for the rating at exit.
CREATE TABLE situation_exit (
    id          UUID        NOT NULL PRIMARY KEY COMMENT 'the act of the episode',
    person_id   UUID        NOT NULL,
    centre_id   UUID        NOT NULL,
    episode_id  UUID        NOT NULL,
    left_on     DATE        NOT NULL COMMENT 'service day of the centre',
    recorded_at DATETIME(6) NOT NULL,
    KEY situation_exit_person (person_id, centre_id, recorded_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Coded states. Insert-only: a state ends where the next one begins; a correction is a row that points at the old one.
CREATE TABLE situation_state (
    id            UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id     UUID         NOT NULL,
    centre_id     UUID         NOT NULL,
    unit_id       UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind          VARCHAR(30)  NOT NULL,
    list_version  INT          NOT NULL COMMENT 'the version of the list whose code it holds',
    code          VARCHAR(30)  NULL COMMENT 'null: takes another row back with nothing in its place',
    lasting       BOOLEAN      NOT NULL COMMENT 'marked as a place to stay in',
    from_on       DATE         NOT NULL,
    to_on         DATE         NULL COMMENT 'last day as it was told',
    note          VARCHAR(200) NULL,
    supersedes_id UUID         NULL UNIQUE COMMENT 'one correction each',
    reason        VARCHAR(500) NULL COMMENT 'why it stands in the place of another',
    revision      INT          NOT NULL COMMENT 'how many rows began on this day before it',
    recorded_at   DATETIME(6)  NOT NULL,
    recorded_by   UUID         NOT NULL,
    entry_id      UUID         NOT NULL COMMENT 'its entry in the record',
    UNIQUE KEY situation_state_begins (person_id, centre_id, kind, from_on, revision),
    CONSTRAINT situation_state_supersedes FOREIGN KEY (supersedes_id) REFERENCES situation_state (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- The budget of a month, a version each time. Insert-only.
CREATE TABLE situation_budget (
    id           UUID        NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id    UUID        NOT NULL,
    centre_id    UUID        NOT NULL COMMENT 'each centre leads its own versions',
    unit_id      UUID        NULL COMMENT 'the unit that wrote it; null: the whole centre',
    version      INT         NOT NULL,
    list_version INT         NOT NULL COMMENT 'the version of the list whose codes it holds',
    currency     CHAR(3)     NOT NULL,
    acknowledged BOOLEAN     NOT NULL COMMENT 'its author saw that less than nothing is left',
    told_at      DATETIME(6) NOT NULL,
    told_by      UUID        NOT NULL,
    entry_id     UUID        NOT NULL COMMENT 'its entry in the record',
    UNIQUE KEY situation_budget_version (person_id, centre_id, version)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE situation_budget_line (
    budget_id UUID           NOT NULL,
    place     INT            NOT NULL,
    side      VARCHAR(20)    NOT NULL COMMENT 'INCOME or EXPENSE',
    code      VARCHAR(30)    NOT NULL,
    words     VARCHAR(200)   NULL,
    amount    DECIMAL(12, 2) NOT NULL COMMENT 'of a month',
    PRIMARY KEY (budget_id, place),
    CONSTRAINT situation_budget_line_of FOREIGN KEY (budget_id) REFERENCES situation_budget (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE situation_debt (
    budget_id  UUID           NOT NULL,
    place      INT            NOT NULL,
    creditor   VARCHAR(200)   NOT NULL,
    amount     DECIMAL(12, 2) NOT NULL COMMENT 'still owed',
    status     VARCHAR(30)    NOT NULL,
    instalment DECIMAL(12, 2) NULL COMMENT 'of a month',
    plan       VARCHAR(200)   NULL,
    PRIMARY KEY (budget_id, place),
    CONSTRAINT situation_debt_of FOREIGN KEY (budget_id) REFERENCES situation_budget (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Rights and benefits. Both insert-only: how a right stands is its latest version.
CREATE TABLE situation_right (
    id         UUID         NOT NULL PRIMARY KEY COMMENT 'given by the screen: a second click is refused by it',
    person_id  UUID         NOT NULL,
    centre_id  UUID         NOT NULL,
    unit_id    UUID         NULL COMMENT 'the unit that wrote it; null: the whole centre',
    kind       VARCHAR(30)  NOT NULL,
    words      VARCHAR(200) NULL,
    currency   CHAR(3)      NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    created_by UUID         NOT NULL,
    KEY situation_right_person (person_id),
    KEY situation_right_centre (centre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE situation_right_version (
    id         UUID           NOT NULL PRIMARY KEY,
    right_id   UUID           NOT NULL,
    version    INT            NOT NULL,
    status     VARCHAR(20)    NOT NULL,
    since_on   DATE           NOT NULL,
    due_on     DATE           NULL COMMENT 'the day that counts: to act, to appeal, or the last day',
    from_on    DATE           NULL,
    amount     DECIMAL(12, 2) NULL COMMENT 'of a month',
    note       VARCHAR(200)   NULL,
    entry_id   UUID           NOT NULL COMMENT 'its entry in the record',
    changed_at DATETIME(6)    NOT NULL,
    changed_by UUID           NOT NULL,
    UNIQUE KEY situation_right_version_number (right_id, version),
    KEY situation_right_version_due (due_on, right_id),
    CONSTRAINT situation_right_version_of FOREIGN KEY (right_id) REFERENCES situation_right (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
