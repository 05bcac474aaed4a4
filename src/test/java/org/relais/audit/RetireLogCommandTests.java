package org.relais.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.demo.EmbeddedServer;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command that removes a month refuses, and that it removes one when nothing stands against it. */
class RetireLogCommandTests {

    private static final int MONTHS_KEPT = 60;
    private static final String OVER = "202610";
    private static final Instant FIVE_YEARS_LATER = Instant.parse("2031-12-02T08:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, Object> settings = new HashMap<>();
    private LogSchema schema;
    private LogHistory history;
    private String said = "";

    @BeforeEach
    void write() throws Exception {
        schema = LogSchema.asInstalled("retire");
        history = new LogHistory(schema, folder.resolve("checkpoints"), 5, Instant.parse("2026-10-31T23:50:00Z"));
        history.usual(30);
        history.pass(Duration.ofMinutes(1));
        history.seal();
        history.remember("node-1");
        history.key().write(folder.resolve("key"));
        settings.put(RetireLogCommand.ACCOUNT, EmbeddedServer.ADMINISTRATOR);
    }

    @AfterEach
    void drop() throws Exception {
        schema.close();
    }

    @Test
    void a_month_that_is_over_is_removed_and_the_rest_stays_as_it_was_written() throws Exception {
        var before = history.verify();
        assertThat(run(FIVE_YEARS_LATER, OVER)).as(said).isZero();
        assertThat(said).contains("202610");
        assertThat(rows(OVER)).isZero();
        assertThat(rows("202611")).isPositive();
        var after = history.verify();
        assertThat(after.found()).isEmpty();
        assertThat(after.rows()).isLessThan(before.rows()).isPositive();
    }

    @Test
    void a_month_still_kept_stays() {
        assertThat(run(Instant.parse("2031-10-31T23:00:00Z"), OVER)).isEqualTo(1);
        assertThat(said).contains("conservation");
        assertThat(rows(OVER)).isPositive();
    }

    @Test
    void nothing_is_removed_from_a_log_that_was_changed() throws Exception {
        schema.execute("UPDATE " + schema.table("access_event") + " SET actor_role = 'x' WHERE month = 202611 LIMIT 1");
        assertThat(run(FIVE_YEARS_LATER, OVER)).isEqualTo(1);
        assertThat(said).contains("verify-audit");
        assertThat(rows(OVER)).isPositive();
    }

    @Test
    void what_is_no_month_has_no_account_or_no_key_is_said() {
        for (var arguments : List.of(List.of("2026"), List.of("202613"), List.<String>of())) {
            assertThat(command(FIVE_YEARS_LATER, "key").run(arguments, out())).isEqualTo(1);
        }
        assertThat(command(FIVE_YEARS_LATER, "none").run(List.of(OVER), out())).isEqualTo(1);
        settings.put(RetireLogCommand.ACCOUNT, "");
        assertThat(run(FIVE_YEARS_LATER, OVER)).isEqualTo(1);
        assertThat(said).contains("RELAIS_DATABASE_ADMINISTRATOR_USERNAME");
        assertThat(rows(OVER)).isPositive();
    }

    private int run(Instant now, String month) {
        var words = new ByteArrayOutputStream();
        var code = command(now, "key").run(List.of(month), new PrintStream(words, true, StandardCharsets.UTF_8));
        said = words.toString(StandardCharsets.UTF_8);
        return code;
    }

    private static PrintStream out() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    private RetireLogCommand command(Instant now, String key) {
        try {
            var clock = Clock.fixed(now, ZoneOffset.UTC);
            var account = new AuditProperties.Account(
                    "jdbc:mariadb://" + TestServer.get().address() + "/", "unused", "unused");
            var properties = new AuditProperties(
                    schema.name(),
                    null,
                    MONTHS_KEPT,
                    account,
                    new AuditProperties.Sealing(
                            false,
                            folder.resolve(key).toString(),
                            history.folder().toString(),
                            Duration.ofSeconds(4),
                            account));
            var connection = TestServer.get().administrator();
            var source = new SingleConnectionDataSource(connection, true);
            var jdbc = JdbcClient.create(source);
            jdbc.sql("SET SESSION time_zone = '+00:00'").update();
            var verification = new Verification(
                    jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), properties, clock);
            var environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
            return new RetireLogCommand(verification, properties, environment, clock);
        } catch (java.sql.SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private int rows(String month) {
        return schema.jdbc()
                .sql("SELECT COUNT(*) FROM " + schema.table("access_event") + " WHERE month = ?")
                .param(month)
                .query(Integer.class)
                .single();
    }
}
