-- A partner service as it stands now. Whatever it said before is in directory_partner_version, which is insert-only.
CREATE TABLE directory_partner (
    id            UUID          NOT NULL PRIMARY KEY,
    name          VARCHAR(200)  NOT NULL,
    name_key      VARCHAR(310)  NOT NULL COLLATE utf8mb4_bin COMMENT 'name and place without accents and case: a partner stands once',
    needs         VARCHAR(400)  NOT NULL COMMENT 'names, parted by commas',
    offer         VARCHAR(2000) NULL,
    eligibility   VARCHAR(2000) NULL,
    languages     VARCHAR(200)  NOT NULL COMMENT 'ISO 639-1 codes, parted by commas',
    cost          VARCHAR(200)  NULL,
    opening_hours VARCHAR(500)  NULL,
    capacity      VARCHAR(200)  NULL,
    telephone     VARCHAR(40)   NULL,
    email         VARCHAR(200)  NULL,
    website       VARCHAR(300)  NULL,
    address       VARCHAR(300)  NULL,
    place         VARCHAR(100)  NULL,
    verified_on   DATE          NULL,
    safe_place    BOOLEAN       NOT NULL,
    peer_led      BOOLEAN       NOT NULL,
    withdrawn     BOOLEAN       NOT NULL,
    version       INT           NOT NULL,
    changed_at    DATETIME(6)   NOT NULL,
    changed_by    UUID          NOT NULL,
    UNIQUE KEY directory_partner_once (name_key),
    KEY directory_partner_list (withdrawn, name, id),
    KEY directory_partner_place (place, withdrawn, name, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- Insert-only: one row for each version of a partner.
CREATE TABLE directory_partner_version (
    partner_id    UUID          NOT NULL,
    version       INT           NOT NULL,
    name          VARCHAR(200)  NOT NULL,
    needs         VARCHAR(400)  NOT NULL,
    offer         VARCHAR(2000) NULL,
    eligibility   VARCHAR(2000) NULL,
    languages     VARCHAR(200)  NOT NULL,
    cost          VARCHAR(200)  NULL,
    opening_hours VARCHAR(500)  NULL,
    capacity      VARCHAR(200)  NULL,
    telephone     VARCHAR(40)   NULL,
    email         VARCHAR(200)  NULL,
    website       VARCHAR(300)  NULL,
    address       VARCHAR(300)  NULL,
    place         VARCHAR(100)  NULL,
    verified_on   DATE          NULL,
    safe_place    BOOLEAN       NOT NULL,
    peer_led      BOOLEAN       NOT NULL,
    withdrawn     BOOLEAN       NOT NULL,
    kind          VARCHAR(20)   NOT NULL COMMENT 'FORM or IMPORT',
    changed_at    DATETIME(6)   NOT NULL,
    changed_by    UUID          NOT NULL,
    PRIMARY KEY (partner_id, version),
    CONSTRAINT directory_partner_version_partner FOREIGN KEY (partner_id) REFERENCES directory_partner (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

-- What the search goes by; written anew with each version.
CREATE TABLE directory_partner_need (
    domain     VARCHAR(20) NOT NULL,
    partner_id UUID        NOT NULL,
    PRIMARY KEY (domain, partner_id),
    KEY directory_partner_need_partner (partner_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE directory_partner_language (
    language   CHAR(2) NOT NULL,
    partner_id UUID    NOT NULL,
    PRIMARY KEY (language, partner_id),
    KEY directory_partner_language_partner (partner_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE directory_partner_word (
    word       VARCHAR(40) NOT NULL COMMENT 'without accents and case; also words of the name with one letter left out',
    whole      BOOLEAN     NOT NULL,
    partner_id UUID        NOT NULL,
    PRIMARY KEY (word, whole, partner_id),
    KEY directory_partner_word_partner (partner_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A printable sheet for staff; its texts and files are in directory_sheet_version, which is insert-only.
CREATE TABLE directory_sheet (
    id           UUID         NOT NULL PRIMARY KEY,
    title        VARCHAR(200) NOT NULL,
    role         VARCHAR(30)  NULL COMMENT 'for whom; null: for everybody',
    language     CHAR(2)      NOT NULL,
    withdrawn_at DATETIME(6)  NULL,
    withdrawn_by UUID         NULL,
    latest       INT          NOT NULL COMMENT 'the number of its latest text or file',
    version      INT          NOT NULL COMMENT 'counts up with every change, withdrawal too',
    KEY directory_sheet_list (title, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE directory_sheet_version (
    sheet_id  UUID         NOT NULL,
    number    INT          NOT NULL,
    title     VARCHAR(200) NOT NULL,
    kind      VARCHAR(10)  NOT NULL COMMENT 'PDF or TEXT',
    text      MEDIUMTEXT   NULL,
    content   MEDIUMBLOB   NULL,
    file_name VARCHAR(200) NULL,
    size      INT          NOT NULL COMMENT 'in bytes',
    added_at  DATETIME(6)  NOT NULL,
    added_by  UUID         NOT NULL,
    PRIMARY KEY (sheet_id, number),
    CONSTRAINT directory_sheet_version_sheet FOREIGN KEY (sheet_id) REFERENCES directory_sheet (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;
