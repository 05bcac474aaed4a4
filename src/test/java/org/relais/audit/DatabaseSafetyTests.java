package org.relais.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

import org.relais.demo.DatabaseAccounts;
import org.relais.demo.DatabaseAccounts.Account;
import org.relais.shared.StartRefused;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On which databases the portal refuses to start; every case on a real MariaDB with the accounts as installed. */
class DatabaseSafetyTests {

    private final StandardEnvironment environment = new StandardEnvironment();
    private final DatabaseAccounts accounts = TestServer.get().createSchemas();

    @BeforeEach
    void readTheSettings() throws Exception {
        environment.getPropertySources().addLast(new ResourcePropertySource("classpath:application.properties"));
        set(accounts.properties(TestServer.get().address()));
        set(DatabaseAccounts.sealing(TestServer.sealing(accounts)));
    }

    @Test
    void accounts_as_installed_are_accepted() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"application,''", "migration,relais", "log,changeme-changeme-changeme", "log,aaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_missing_or_guessable_password_is_refused(String purpose, String password) {
        set(Map.of("relais.database." + purpose + ".password", password));
        refuses("RELAIS_DATABASE_" + purpose.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD");
    }

    @Test
    void a_node_that_makes_no_tables_needs_no_account_for_it() {
        set(Map.of("relais.database.migration.password", "", "spring.flyway.enabled", "false"));
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_process_that_does_not_seal_needs_neither_key_nor_account_for_it() {
        set(Map.of(
                "relais.log.sealing.enabled", "false",
                "relais.log.sealing.key", "",
                "relais.database.sealing.password", ""));
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void a_node_that_seals_needs_its_key() {
        set(Map.of("relais.log.sealing.key", ""));
        refuses("RELAIS_LOG_SEALING_KEY", "openssl");
        set(Map.of("relais.log.sealing.key", "/no/such/file"));
        refuses("RELAIS_LOG_SEALING_KEY", "/no/such/file");
    }

    @Test
    void what_is_no_key_is_refused_and_not_shown(@TempDir Path folder) throws Exception {
        var file = folder.resolve("key");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        set(Map.of("relais.log.sealing.key", file.toString()));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("RELAIS_LOG_SEALING_KEY")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void a_key_that_others_may_read_is_refused(@TempDir Path folder) throws Exception {
        var file = folder.resolve("key");
        SealingKey.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        set(Map.of("relais.log.sealing.key", file.toString()));
        refuses("RELAIS_LOG_SEALING_KEY", "chmod 600");
    }

    @Test
    void a_node_that_seals_needs_a_place_for_what_it_remembers(@TempDir Path folder) throws Exception {
        set(Map.of("relais.log.sealing.checkpoints", ""));
        refuses("RELAIS_LOG_SEALING_CHECKPOINTS");
        var file = Files.createFile(folder.resolve("file"));
        set(Map.of("relais.log.sealing.checkpoints", file.toString()));
        refuses("RELAIS_LOG_SEALING_CHECKPOINTS", file.toString());
    }

    /** Who writes the log does not vouch for it: found also where the right was given to everybody. */
    @Test
    void an_application_that_may_add_a_seal_is_refused() throws SQLException {
        administer("CREATE TABLE `" + accounts.logSchema() + "`.audit_epoch (number BIGINT)");
        assertThatCode(this::start).doesNotThrowAnyException();
        administer("GRANT INSERT ON `" + accounts.logSchema() + "`.audit_epoch TO '"
                + accounts.name(Account.APPLICATION) + "'@'%'");
        refuses("RELAIS_DATABASE_APPLICATION_USERNAME", "audit_epoch");
    }

    @Test
    void a_sealing_that_may_change_a_seal_is_refused() throws SQLException {
        administer("CREATE TABLE `" + accounts.logSchema() + "`.audit_epoch (number BIGINT)");
        administer("GRANT DELETE ON `" + accounts.logSchema() + "`.audit_epoch TO '" + accounts.name(Account.SEALING)
                + "'@'%'");
        refuses("RELAIS_DATABASE_SEALING_USERNAME", "DELETE");
    }

    @Test
    void the_name_of_the_account_is_no_password() {
        set(Map.of("relais.database.log.password", accounts.name(Account.LOG) + "-1"));
        refuses("RELAIS_DATABASE_LOG_PASSWORD");
    }

    @Test
    void one_account_for_two_purposes_is_refused() {
        set(Map.of(
                "relais.database.log.username", accounts.name(Account.APPLICATION),
                "relais.database.log.password", accounts.password(Account.APPLICATION)));
        refuses("RELAIS_DATABASE_LOG_USERNAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE", "DELETE", "DROP", "ALTER", "CREATE", "TRIGGER"})
    void an_application_that_may_do_more_in_the_log_is_refused(String right) throws SQLException {
        administer("GRANT " + right + " ON `" + accounts.logSchema().replace("_", "\\_") + "`.* TO '"
                + accounts.name(Account.APPLICATION) + "'@'%'");
        refuses("RELAIS_DATABASE_APPLICATION_USERNAME", right);
    }

    @Test
    void a_right_on_one_table_of_the_log_is_found() throws SQLException {
        administer("CREATE TABLE `" + accounts.logSchema() + "`.access_event (month INT)");
        administer("GRANT UPDATE ON `" + accounts.logSchema() + "`.access_event TO '" + accounts.name(Account.LOG)
                + "'@'%'");
        refuses("RELAIS_DATABASE_LOG_USERNAME", "UPDATE");
    }

    @Test
    void a_right_on_the_whole_server_is_found() throws SQLException {
        administer("GRANT UPDATE ON *.* TO '" + accounts.name(Account.APPLICATION) + "'@'%'");
        refuses("RELAIS_DATABASE_APPLICATION_USERNAME", "UPDATE");
    }

    /** The server's own tables do not name the user for what everybody may do: only trying finds it. */
    @Test
    void a_right_that_everybody_has_is_found() throws SQLException {
        administer("CREATE TABLE `" + accounts.logSchema() + "`.access_event (month INT)");
        administer("GRANT DELETE ON `" + accounts.logSchema() + "`.access_event TO PUBLIC");
        try {
            refuses("RELAIS_DATABASE_APPLICATION_USERNAME", "DELETE");
        } finally {
            administer("REVOKE DELETE ON `" + accounts.logSchema() + "`.access_event FROM PUBLIC");
        }
    }

    @Test
    void a_role_is_refused_whatever_it_holds() throws SQLException {
        var role = accounts.schema() + "_role";
        administer("CREATE ROLE " + role);
        administer("GRANT " + role + " TO '" + accounts.name(Account.APPLICATION) + "'@'%'");
        try {
            refuses("RELAIS_DATABASE_APPLICATION_USERNAME", role);
        } finally {
            administer("DROP ROLE " + role);
        }
    }

    @Test
    void a_log_writer_that_sees_the_rooms_is_refused() throws SQLException {
        administer("GRANT SELECT ON `" + accounts.schema() + "`.* TO '" + accounts.name(Account.LOG) + "'@'%'");
        refuses("RELAIS_DATABASE_LOG_USERNAME", accounts.schema());
    }

    @ParameterizedTest
    // Whole seconds, and the connection takes a while: more than the two allowed remain
    @ValueSource(strings = {"5", "-3"})
    void a_database_that_tells_another_time_is_refused(String seconds) {
        var shifted = Clock.systemUTC().instant().getEpochSecond() + Integer.parseInt(seconds);
        set(Map.of("relais.database.options", "sessionVariables=timestamp=" + shifted));
        refuses("RELAIS_DATABASE_ADDRESS", "NTP");
    }

    @Test
    void a_wrong_password_is_told_without_showing_it() {
        var wrong = "Zr8-kQ2x.Vw7_Lp4-Ty6";
        set(Map.of("relais.database.application.password", wrong));
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("RELAIS_DATABASE_APPLICATION_PASSWORD")
                .hasMessageNotContaining(wrong);
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        set(Map.of("relais.database.address", "127.0.0.1:1"));
        refuses("RELAIS_DATABASE_ADDRESS", "127.0.0.1:1");
    }

    private void refuses(String... words) {
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .message()
                .contains(words)
                .doesNotContain("\n");
    }

    private void start() {
        new DatabaseSafety(environment, Clock.systemUTC()).check();
    }

    private void set(Map<String, ?> properties) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test " + properties.hashCode(), Map.copyOf(properties)));
    }

    private static void administer(String sql) throws SQLException {
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }
}
