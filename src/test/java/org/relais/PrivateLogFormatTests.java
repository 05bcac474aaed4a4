package org.relais;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.relais.shared.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;

/** What a log line holds, and what it never holds. */
class PrivateLogFormatTests {

    private static final String NAME = "Rémi Castellane";

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.relais.test");

    @Test
    void the_message_of_an_exception_is_not_written_however_deep_it_lies() {
        var driver = new SQLIntegrityConstraintViolationException(
                "(conn=7) Duplicate entry '" + NAME + "' for key 'x'", "23000", 1062);
        driver.addSuppressed(new SQLException("INSERT INTO t VALUES ('" + NAME + "')"));
        var failure = new IllegalStateException(
                "While storing " + NAME, new DuplicateKeyException("SQL [" + NAME + "]", driver));

        var line = line(logger, "Unexpected failure {}", failure, "4f2a");

        assertThat(line).doesNotContain("Castellane");
        assertThat(json(line))
                .containsEntry("message", "Unexpected failure 4f2a")
                .containsEntry("error.type", IllegalStateException.class.getName());
        assertThat(String.valueOf(json(line).get("error.stack_trace")))
                .contains(
                        "DuplicateKeyException", "SQLIntegrityConstraintViolationException [1062, 23000]", "Suppressed")
                .contains("at " + getClass().getName());
    }

    @Test
    void a_container_that_repeats_the_message_of_what_it_caught_gives_nothing_away() {
        var failure = new IllegalStateException("For input string: \"" + NAME + "\"");
        assertThat(line(
                        logger,
                        "Servlet.service() threw exception [" + failure.getMessage() + "] with root cause",
                        failure))
                .doesNotContain("Castellane")
                .contains("threw exception [[…]] with root cause");
    }

    @Test
    void a_library_that_quotes_values_without_an_exception_gives_nothing_away() {
        var hibernate = (Logger) LoggerFactory.getLogger("org.hibernate.orm.jdbc.error");
        assertThat(line(hibernate, "Duplicate entry '" + NAME + "' for key 'person_name'", null))
                .doesNotContain("Castellane");
        var pool = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyConnection");
        assertThat(line(pool, "Data too long for \"" + NAME + "\"", null)).doesNotContain("Castellane");
    }

    @Test
    void our_own_errors_keep_their_key_and_lose_their_arguments() {
        var line = line(logger, "Refused", new InvalidInput("name", "person.error.known", NAME));
        assertThat(line).doesNotContain("Castellane").contains("InvalidInput [person.error.known]");
    }

    /** Attack 30. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n{\"log.level\":\"INFO\",\"message\":\"forged\"}",
                "a\nforged",
                "a\rforged",
                "a\u001b[2J\u001b[1;1Hforged",
                "a\u0007\u0008forged",
                "a\u009b31mforged",
                "a\u0085forged",
                "a\",\"message\":\"forged"
            })
    void no_text_makes_a_second_line_or_moves_the_cursor(String text) {
        var line = line(logger, "Signed by {}", null, text);
        assertThat(line.stripTrailing()).doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}]");
        assertThat(line).endsWith("\n");
        assertThat(json(line)).containsEntry("message", "Signed by " + text).containsEntry("log.level", "ERROR");
    }

    @Test
    void the_marks_of_the_request_stand_in_the_line() {
        var event = event(logger, "Something", null);
        event.setMDCPropertyMap(Map.of(
                PrivateLogFormat.REQUEST, "0123456789abcdef", PrivateLogFormat.SESSION, "fedcba98", "name", NAME));
        assertThat(json(new PrivateLogFormat().format(event)))
                .containsEntry("request.id", "0123456789abcdef")
                .containsEntry("session.hash", "fedcba98")
                .doesNotContainKey("name");
    }

    private static String line(Logger logger, String message, @Nullable Throwable failure, Object... arguments) {
        return new PrivateLogFormat().format(event(logger, message, failure, arguments));
    }

    private static LoggingEvent event(Logger logger, String message, @Nullable Throwable failure, Object... arguments) {
        return new LoggingEvent(
                PrivateLogFormatTests.class.getName(), logger, Level.ERROR, message, failure, arguments);
    }

    private static Map<String, Object> json(String line) {
        return JsonMapper.shared().readValue(line, new TypeReference<>() {});
    }
}
