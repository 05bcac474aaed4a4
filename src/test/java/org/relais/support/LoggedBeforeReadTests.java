package org.relais.support;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rule that watches the whole suite: it must be able to fail. */
class LoggedBeforeReadTests {

    private static final String PERSON = "0197a0b0-0000-7000-8000-000000000001";
    private static final String ANOTHER = "0197a0b0-0000-7000-8000-000000000002";

    private final LoggedBeforeRead rule = new LoggedBeforeRead(Set.of("person_head"), Set.of("access_event"));

    @Test
    void a_read_after_its_committed_log_row_is_allowed() {
        rule.after(insert(PERSON), true);
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).isEmpty();
    }

    @Test
    void a_read_without_a_log_row_is_seen() {
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).hasSize(1);
    }

    @Test
    void a_log_row_that_is_written_but_not_committed_allows_nothing() {
        rule.after(insert(PERSON), false);
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).hasSize(1);

        rule.committed("log-1");
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).isEmpty();
    }

    @Test
    void a_log_row_that_was_rolled_back_allows_nothing() {
        rule.after(insert(PERSON), false);
        rule.forgotten("log-1");
        rule.committed("log-1");
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).hasSize(1);
    }

    @Test
    void the_log_row_of_one_person_does_not_allow_the_read_of_another() {
        rule.after(insert(ANOTHER), false);
        rule.after(insert(PERSON, "log-2"), true);
        rule.before(select(ANOTHER));
        assertThat(rule.takeViolations()).hasSize(1);
    }

    @Test
    void the_log_rows_of_an_earlier_test_do_not_count() {
        rule.after(insert(PERSON), true);
        rule.begin();
        rule.before(select(PERSON));
        assertThat(rule.takeViolations()).hasSize(1);
    }

    @Test
    void writing_and_reading_other_tables_need_no_log_row() {
        rule.before(statement("app-1", "INSERT INTO person_head (id) VALUES (?)", PERSON));
        rule.before(statement("app-1", "SELECT name FROM centre_centre WHERE id = ?", PERSON));
        assertThat(rule.takeViolations()).isEmpty();
    }

    private static SeenStatement insert(String person) {
        return insert(person, "log-1");
    }

    private static SeenStatement insert(String person, String connection) {
        return statement(connection, "INSERT INTO relais_audit.access_event (person_id) VALUES (?)", person);
    }

    private static SeenStatement select(String person) {
        return statement("app-1", "SELECT * FROM `relais`.`person_head` p WHERE p.id = ?", person);
    }

    private static SeenStatement statement(String connection, String sql, String parameter) {
        return new SeenStatement("any", "any", connection, "main", Instant.EPOCH, sql, List.of(parameter));
    }
}
