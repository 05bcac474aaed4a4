-- Insert-only: somebody asked who read their record. Entered by an auditor, due after the days of the rule in force.
CREATE TABLE oversight_report_request (
    id           UUID        NOT NULL PRIMARY KEY,
    person_id    UUID        NOT NULL,
    received_on  DATE        NOT NULL,
    due_on       DATE        NOT NULL,
    language     VARCHAR(2)  NOT NULL COMMENT 'of the report: fr, en or sv',
    handover     VARCHAR(20) NOT NULL,
    rule_version INT         NOT NULL COMMENT 'of the rule that says when it is due',
    entered_at   DATETIME(6) NOT NULL,
    entered_by   UUID        NOT NULL,
    KEY oversight_report_request_due (due_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: the report leaves out what a reader did, or names it again; the latest row counts.
CREATE TABLE oversight_report_redaction (
    id         UUID         NOT NULL PRIMARY KEY,
    request_id UUID         NOT NULL,
    staff_id   UUID         NOT NULL COMMENT 'the reader',
    left_out   BOOLEAN      NOT NULL,
    reason     VARCHAR(500) NOT NULL COLLATE utf8mb4_uca1400_ai_ci,
    decided_at DATETIME(6)  NOT NULL,
    decided_by UUID         NOT NULL,
    CONSTRAINT oversight_report_redaction_request FOREIGN KEY (request_id) REFERENCES oversight_report_request (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: a file that was made of the report.
CREATE TABLE oversight_report_file (
    id         UUID        NOT NULL PRIMARY KEY,
    request_id UUID        NOT NULL,
    until_at   DATETIME(6) NOT NULL COMMENT 'up to which moment the log was read',
    made_at    DATETIME(6) NOT NULL,
    made_by    UUID        NOT NULL,
    hash       CHAR(64)    NOT NULL COMMENT 'SHA-256 of the file',
    CONSTRAINT oversight_report_file_request FOREIGN KEY (request_id) REFERENCES oversight_report_request (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Insert-only: the request was answered, with that file. Once.
CREATE TABLE oversight_report_answer (
    request_id  UUID        NOT NULL PRIMARY KEY,
    file_id     UUID        NOT NULL,
    answered_at DATETIME(6) NOT NULL,
    answered_by UUID        NOT NULL,
    CONSTRAINT oversight_report_answer_request FOREIGN KEY (request_id) REFERENCES oversight_report_request (id),
    CONSTRAINT oversight_report_answer_file FOREIGN KEY (file_id) REFERENCES oversight_report_file (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
