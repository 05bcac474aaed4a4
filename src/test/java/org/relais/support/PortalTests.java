package org.relais.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The portal starts on a real database, whose settings are the ones every room counts on. */
@RelaisTest
class PortalTests {

    @Autowired
    JdbcClient database;

    @Autowired
    StatementLog statements;

    @Test
    void the_session_is_strict_and_utc() {
        assertThat(database.sql("SELECT CONCAT(@@time_zone, ' ', @@collation_database)")
                        .query(String.class)
                        .single())
                .isEqualTo("+00:00 utf8mb4_uca1400_ai_ci");
        assertThat(database.sql("SELECT @@sql_mode").query(String.class).single())
                .contains("STRICT_ALL_TABLES", "NO_ZERO_DATE");
    }

    @Test
    void an_instant_is_stored_in_utc_and_comes_back() {
        var instant = Instant.parse("2026-03-29T01:30:00.123456Z");
        assertThat(TimeZone.getDefault().toZoneId().normalized()).isEqualTo(ZoneOffset.UTC);
        assertThat(database.sql("SELECT CONCAT(?, '')")
                        .param(instant)
                        .query(String.class)
                        .single())
                .isEqualTo("2026-03-29 01:30:00.123456");
        assertThat(database.sql("SELECT CAST('2026-03-29 01:30:00.123456' AS DATETIME(6))")
                        .query((row, number) -> row.getObject(1, Instant.class))
                        .single())
                .isEqualTo(instant);
    }

    @Test
    void every_statement_is_seen_with_its_account() {
        statements.clear();
        database.sql("SELECT 1 + ?").param(2).query(Integer.class).single();
        assertThat(statements.ofAccount("_application")).singleElement().satisfies(statement -> {
            assertThat(statement.sql()).isEqualTo("SELECT 1 + ?");
            assertThat(statement.parameters()).containsExactly("2");
            assertThat(statement.thread()).isEqualTo(Thread.currentThread().getName());
        });
    }
}
