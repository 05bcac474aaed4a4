-- Only one node looks at the log at a time: it holds this row.
CREATE TABLE oversight_watch (
    id TINYINT NOT NULL PRIMARY KEY
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO oversight_watch VALUES (1);

-- How far each node's stream of the access log was looked at.
CREATE TABLE oversight_watch_cursor (
    node          VARCHAR(60) NOT NULL,
    month         INT         NOT NULL COMMENT 'UTC month, yyyymm',
    last_sequence BIGINT      NOT NULL,
    PRIMARY KEY (node, month)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: what a rule found, once a rule, member of staff, person and service day.
CREATE TABLE oversight_finding (
    id           UUID        NOT NULL PRIMARY KEY,
    rule_code    VARCHAR(40) NOT NULL,
    rule_version INT         NOT NULL,
    actor_id     UUID        NOT NULL,
    actor_role   VARCHAR(60) NOT NULL,
    person_id    UUID        NOT NULL COMMENT 'the nil id: about no one person',
    centre_id    UUID        NULL,
    service_day  DATE        NOT NULL COMMENT 'of the centre',
    event_id     UUID        NOT NULL COMMENT 'the first row of the access log it was found in',
    occurred_at  DATETIME(6) NOT NULL,
    action       VARCHAR(20) NOT NULL,
    section      VARCHAR(40) NOT NULL,
    basis        VARCHAR(60) NULL,
    allowed      BOOLEAN     NOT NULL,
    records      INT         NULL COMMENT 'how many records, where a rule counts them',
    found_at     DATETIME(6) NOT NULL,
    UNIQUE KEY oversight_finding_once (rule_code, actor_id, person_id, service_day),
    KEY oversight_finding_newest (occurred_at, id),
    KEY oversight_finding_person (person_id, actor_id, service_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: what an auditor said of it. A correction follows the verdict it corrects; two at once cannot.
CREATE TABLE oversight_verdict (
    id          UUID          NOT NULL PRIMARY KEY,
    finding_id  UUID          NOT NULL,
    previous_id UUID          NOT NULL COMMENT 'the verdict it corrects; the finding itself for the first',
    verdict     VARCHAR(20)   NOT NULL,
    note        VARCHAR(1000) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    decided_at  DATETIME(6)   NOT NULL,
    decided_by  UUID          NOT NULL,
    CONSTRAINT oversight_verdict_finding FOREIGN KEY (finding_id) REFERENCES oversight_finding (id),
    UNIQUE KEY oversight_verdict_chain (finding_id, previous_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: the sample of one month of the log, and how it was drawn.
CREATE TABLE oversight_sample (
    month        INT         NOT NULL PRIMARY KEY COMMENT 'UTC month, yyyymm',
    rule_code    VARCHAR(40) NOT NULL,
    rule_version INT         NOT NULL,
    seed         CHAR(64)    NOT NULL,
    population   BIGINT      NOT NULL COMMENT 'rows of the log in that month, of which was drawn at random',
    findings     INT         NOT NULL COMMENT 'unusual accesses of that month, of which was drawn by weight',
    drawn_at     DATETIME(6) NOT NULL,
    due_on       DATE        NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE oversight_sample_row (
    month       INT         NOT NULL,
    position    INT         NOT NULL,
    drawn_as    VARCHAR(10) NOT NULL COMMENT 'UNUSUAL or RANDOM',
    rules       VARCHAR(200) NOT NULL COMMENT 'codes of the rules that found it, parted by commas',
    weight      INT         NULL,
    event_id    UUID        NOT NULL,
    actor_id    UUID        NOT NULL,
    actor_role  VARCHAR(60) NOT NULL,
    person_id   UUID        NOT NULL COMMENT 'the nil id: about no one person',
    centre_id   UUID        NULL,
    occurred_at DATETIME(6) NOT NULL,
    action      VARCHAR(20) NOT NULL,
    section     VARCHAR(40) NOT NULL,
    basis       VARCHAR(60) NULL,
    allowed     BOOLEAN     NOT NULL,
    PRIMARY KEY (month, position),
    UNIQUE KEY oversight_sample_row_event (month, event_id),
    CONSTRAINT oversight_sample_row_sample FOREIGN KEY (month) REFERENCES oversight_sample (month)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only, as oversight_verdict.
CREATE TABLE oversight_sample_verdict (
    id          UUID          NOT NULL PRIMARY KEY,
    month       INT           NOT NULL,
    position    INT           NOT NULL,
    previous_id UUID          NOT NULL COMMENT 'the verdict it corrects; the nil id for the first',
    verdict     VARCHAR(20)   NOT NULL,
    note        VARCHAR(1000) NULL COLLATE utf8mb4_uca1400_ai_ci,
    decided_at  DATETIME(6)   NOT NULL,
    decided_by  UUID          NOT NULL,
    CONSTRAINT oversight_sample_verdict_row FOREIGN KEY (month, position)
        REFERENCES oversight_sample_row (month, position),
    UNIQUE KEY oversight_sample_verdict_chain (month, position, previous_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: after it nothing of the sample changes.
CREATE TABLE oversight_sample_signature (
    month     INT         NOT NULL PRIMARY KEY,
    signed_at DATETIME(6) NOT NULL,
    signed_by UUID        NOT NULL,
    hash      BINARY(32)  NOT NULL COMMENT 'SHA-256 over the sample, its rows and verdicts',
    CONSTRAINT oversight_sample_signature_sample FOREIGN KEY (month) REFERENCES oversight_sample (month)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
