-- Scores of some of the items, as they were when the form was signed.
CREATE TABLE assessment_part (
    form_id  UUID        NOT NULL,
    part     VARCHAR(40) NOT NULL,
    place    SMALLINT    NOT NULL COMMENT 'its place in the rule file',
    total    INT         NOT NULL,
    band     VARCHAR(30) NULL COMMENT 'null where the score means nothing by itself',
    severity VARCHAR(10) NULL,
    PRIMARY KEY (form_id, part),
    CONSTRAINT assessment_part_form FOREIGN KEY (form_id) REFERENCES assessment_form (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE assessment_item
    MODIFY value INT NOT NULL COMMENT 'as answered, in the finest step of the item; one that was not answered has no row';
