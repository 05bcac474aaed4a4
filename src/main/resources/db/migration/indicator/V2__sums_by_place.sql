-- One row a place, with how often each amount came: what a large service asks of two years is some thousand rows and not
-- some hundred thousand. The months know the nights too, so that an occupied year is read in twelve rows.
DROP TABLE indicator_day;
DROP TABLE indicator_month;

CREATE TABLE indicator_day (
    figure      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    centre_id   UUID   NOT NULL,
    day         DATE   NOT NULL,
    unit_id     UUID   NOT NULL COMMENT 'all zeros: no unit',
    facts       BIGINT NOT NULL,
    numerator   BIGINT NOT NULL,
    denominator BIGINT NOT NULL,
    amounts     MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'amount:facts, parted by commas; null: nothing is measured',
    PRIMARY KEY (figure, centre_id, day, unit_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

CREATE TABLE indicator_month (
    figure             VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    centre_id          UUID   NOT NULL,
    month              DATE   NOT NULL COMMENT 'its first day',
    unit_id            UUID   NOT NULL COMMENT 'all zeros: no unit',
    facts              BIGINT NOT NULL,
    numerator          BIGINT NOT NULL,
    denominator        BIGINT NOT NULL,
    numerator_nights   BIGINT NOT NULL COMMENT 'each numerator times the nights from its day to the end of the month',
    denominator_nights BIGINT NOT NULL,
    amounts            MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'as in indicator_day',
    PRIMARY KEY (figure, centre_id, month, unit_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_uca1400_ai_ci;

INSERT INTO indicator_day (figure, centre_id, day, unit_id, facts, numerator, denominator, amounts)
SELECT figure, centre_id, day, unit, SUM(facts), SUM(numerator), SUM(denominator),
       GROUP_CONCAT(amount, ':', facts ORDER BY amount)
FROM (SELECT figure, centre_id, day, COALESCE(unit_id, CAST('00000000-0000-0000-0000-000000000000' AS UUID)) AS unit,
             amount, COUNT(*) AS facts, SUM(numerator) AS numerator, SUM(denominator) AS denominator
      FROM indicator_fact GROUP BY figure, centre_id, day, unit, amount) AS counted
GROUP BY figure, centre_id, day, unit;

INSERT INTO indicator_month (figure, centre_id, month, unit_id, facts, numerator, denominator, numerator_nights,
                             denominator_nights, amounts)
SELECT figure, centre_id, month, unit, SUM(facts), SUM(numerator), SUM(denominator), SUM(numerator_nights),
       SUM(denominator_nights), GROUP_CONCAT(amount, ':', facts ORDER BY amount)
FROM (SELECT figure, centre_id, CAST(DATE_FORMAT(day, '%Y-%m-01') AS DATE) AS month,
             COALESCE(unit_id, CAST('00000000-0000-0000-0000-000000000000' AS UUID)) AS unit, amount, COUNT(*) AS facts,
             SUM(numerator) AS numerator, SUM(denominator) AS denominator,
             SUM(numerator * (DATEDIFF(LAST_DAY(day), day) + 1)) AS numerator_nights,
             SUM(denominator * (DATEDIFF(LAST_DAY(day), day) + 1)) AS denominator_nights
      FROM indicator_fact GROUP BY figure, centre_id, month, unit, amount) AS counted
GROUP BY figure, centre_id, month, unit;
