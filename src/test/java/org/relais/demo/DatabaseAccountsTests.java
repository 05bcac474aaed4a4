package org.relais.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.relais.demo.DatabaseAccounts.Account;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What each account of {@code docker/database/accounts.sql} may do, on a real MariaDB: the very file is run, every grant
 * is listed, and what must be refused is tried.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseAccountsTests {

    private final DatabaseAccounts accounts = TestServer.get().createSchemas();

    @BeforeAll
    void makeTables() throws SQLException {
        // As a migration would: in the log too
        try (var connection = connect(Account.MIGRATION, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + log("proof") + " (id INT PRIMARY KEY, word VARCHAR(9))");
            statement.execute("INSERT INTO " + log("proof") + " VALUES (1, 'a')");
            statement.execute("CREATE TABLE " + log("access_event") + " (id INT PRIMARY KEY, word VARCHAR(9))");
            statement.execute("CREATE TABLE " + log("audit_epoch") + " (id INT PRIMARY KEY, word VARCHAR(9))");
            statement.execute("CREATE TABLE " + room("thing") + " (id INT PRIMARY KEY, word VARCHAR(9))");
            statement.execute("INSERT INTO " + room("thing") + " VALUES (1, 'a')");
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void has_these_rights_and_no_other(Account account) throws SQLException {
        assertThat(grants(account)).containsExactlyInAnyOrderElementsOf(expected(account));
    }

    /** Attack 40, for every account that Relais has. */
    @ParameterizedTest
    @MethodSource("changesOfTheLog")
    void no_account_changes_or_removes_what_the_log_holds(Account account, String attempt) throws SQLException {
        refuses(account, attempt);
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement();
                var rows = statement.executeQuery("SELECT GROUP_CONCAT(word ORDER BY id) FROM " + log("proof"))) {
            rows.next();
            assertThat(rows.getString(1)).startsWith("a").doesNotContain("spoilt");
        }
    }

    Stream<Arguments> changesOfTheLog() {
        var removals = List.of(
                "UPDATE " + log("proof") + " SET word = 'spoilt'",
                "DELETE FROM " + log("proof"),
                "TRUNCATE TABLE " + log("proof"),
                "DROP TABLE " + log("proof"),
                "RENAME TABLE " + log("proof") + " TO " + log("gone"),
                "REPLACE INTO " + log("proof") + " VALUES (1, 'spoilt')",
                "INSERT INTO " + log("proof") + " VALUES (1, 'b') ON DUPLICATE KEY UPDATE word = 'spoilt'",
                "CREATE OR REPLACE TABLE " + log("proof") + " (id INT)",
                "CREATE TRIGGER " + log("spoil") + " BEFORE INSERT ON " + log("proof")
                        + " FOR EACH ROW SET NEW.word = 'spoilt'",
                "LOCK TABLES " + log("proof") + " WRITE",
                "DROP DATABASE `" + accounts.logSchema() + "`");
        var tables = List.of(
                "ALTER TABLE " + log("proof") + " ADD COLUMN more INT",
                "CREATE TABLE " + log("other") + " (id INT)",
                "CREATE INDEX other ON " + log("proof") + " (word)");
        return Stream.concat(
                Stream.of(Account.values())
                        .flatMap(account -> removals.stream().map(attempt -> Arguments.of(account, attempt))),
                Stream.of(Account.values())
                        .filter(account -> account != Account.MIGRATION)
                        .flatMap(account -> tables.stream().map(attempt -> Arguments.of(account, attempt))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Account.class,
            names = {"MIGRATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void who_adds_rows_adds_no_seal_and_who_seals_adds_no_row(Account account) throws SQLException {
        refuses(account, "INSERT INTO " + log("proof") + " VALUES (9, 'b')");
        if (account != Account.SEALING) {
            refuses(account, "INSERT INTO " + log("audit_epoch") + " VALUES (9, 'b')");
        }
        if (account != Account.APPLICATION && account != Account.LOG) {
            refuses(account, "INSERT INTO " + log("access_event") + " VALUES (9, 'b')");
        }
    }

    /** One runner: what it locks, it need not be able to change. */
    @Test
    void who_seals_locks_the_head_and_changes_nothing_by_it() throws SQLException {
        try (var connection = connect(Account.SEALING, accounts.logSchema());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (var row = statement.executeQuery("SELECT id FROM proof WHERE id = 1 FOR UPDATE SKIP LOCKED")) {
                assertThat(row.next()).isTrue();
            }
            statement.execute("INSERT INTO audit_epoch VALUES (1, 'a')");
            try (var other = connect(Account.SEALING, accounts.logSchema());
                    var second = other.createStatement();
                    var row = second.executeQuery("SELECT id FROM proof WHERE id = 1 FOR UPDATE SKIP LOCKED")) {
                assertThat(row.next()).isFalse();
            }
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Account.class,
            names = {"LOG", "SEALING", "AUDITOR"})
    void who_has_to_do_with_the_log_sees_nothing_of_the_rooms(Account account) throws SQLException {
        refuses(account, "SELECT * FROM " + room("thing"));
        refuses(account, "INSERT INTO " + room("thing") + " VALUES (9, 'b')");
        assertThatThrownBy(() -> connect(account, accounts.schema()).close()).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Account.class,
            names = {"MIGRATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void no_account_but_migrations_changes_a_table_of_the_rooms(Account account) throws SQLException {
        refuses(account, "DROP TABLE " + room("thing"));
        refuses(account, "TRUNCATE TABLE " + room("thing"));
        refuses(account, "ALTER TABLE " + room("thing") + " ADD COLUMN more INT");
        refuses(account, "CREATE TABLE " + room("other") + " (id INT)");
        if (account != Account.APPLICATION) {
            refuses(account, "UPDATE " + room("thing") + " SET word = 'b'");
            refuses(account, "DELETE FROM " + room("thing"));
        }
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void no_account_gives_rights_or_reaches_another_pair_of_schemas(Account account) throws SQLException {
        var others = TestServer.get().createSchemas();
        refuses(account, "GRANT SELECT ON " + log("proof") + " TO '" + accounts.name(Account.AUDITOR) + "'@'%'");
        refuses(account, "CREATE USER 'intruder'@'%'");
        refuses(account, "CREATE TABLE `" + others.schema() + "`.other (id INT)");
        refuses(account, "CREATE TABLE `" + others.logSchema() + "`.other (id INT)");
        if (account != Account.BACKUP) {
            refuses(account, "SELECT * FROM mysql.global_priv");
        }
    }

    @Test
    void what_each_account_is_for_it_can_do() throws SQLException {
        try (var log = connect(Account.LOG, accounts.logSchema());
                var application = connect(Account.APPLICATION, accounts.schema())) {
            log.createStatement().execute("INSERT INTO access_event VALUES (2, 'c')");
            application.createStatement().execute("INSERT INTO " + log("access_event") + " VALUES (3, 'd')");
            application.createStatement().execute("INSERT INTO thing VALUES (2, 'b')");
            application.createStatement().execute("UPDATE thing SET word = 'c' WHERE id = 2");
            application.createStatement().execute("DELETE FROM thing WHERE id = 2");
        }
        for (var reader : List.of(Account.LOG, Account.SEALING, Account.AUDITOR, Account.BACKUP)) {
            try (var connection = connect(reader, "");
                    var rows =
                            connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + log("access_event"))) {
                rows.next();
                assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(2);
            }
        }
    }

    /** The file takes back what was granted by hand; it is run again after every upgrade. */
    @Test
    void run_again_it_takes_back_what_it_does_not_name() throws SQLException {
        var mine = TestServer.get().createSchemas();
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement()) {
            statement.execute(
                    "GRANT UPDATE ON `" + mine.logSchema() + "`.* TO '" + mine.name(Account.APPLICATION) + "'@'%'");
            mine.create(administrator);
            try (var rows = statement.executeQuery("SHOW GRANTS FOR '" + mine.name(Account.APPLICATION) + "'@'%'")) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).doesNotContainPattern("UPDATE.*_audit");
                }
            }
        }
    }

    private List<String> expected(Account account) {
        var rooms = " ON rooms.*";
        var log = " ON log.*";
        Map<Account, List<String>> expected = new EnumMap<>(Account.class);
        expected.put(
                Account.MIGRATION,
                List.of("ALL PRIVILEGES" + rooms, "ALTER, CREATE, INDEX, INSERT, REFERENCES, SELECT" + log));
        expected.put(
                Account.APPLICATION,
                List.of(
                        "DELETE, INSERT, SELECT, UPDATE" + rooms,
                        "SELECT" + log,
                        "INSERT ON log.access_event",
                        "INSERT ON log.access_shown",
                        "SELECT ON marker"));
        expected.put(Account.LOG, List.of("SELECT" + log, "INSERT ON log.access_event", "INSERT ON log.access_shown"));
        expected.put(
                Account.SEALING,
                List.of(
                        "SELECT" + log,
                        "INSERT ON log.audit_key",
                        "INSERT ON log.audit_epoch",
                        "INSERT ON log.audit_epoch_range",
                        "INSERT ON log.audit_epoch_write",
                        "INSERT ON log.audit_check"));
        expected.put(Account.AUDITOR, List.of("SELECT" + log));
        expected.put(
                Account.BACKUP,
                List.of(
                        "SELECT, SHOW VIEW" + rooms,
                        "SELECT, SHOW VIEW" + log,
                        "SELECT ON mysql.*",
                        "BINLOG MONITOR, REPLICATION SLAVE ON *.*"));
        return expected.getOrDefault(account, List.of());
    }

    /** SHOW GRANTS in a form that does not change with the version of the server; USAGE is no right. */
    private List<String> grants(Account account) throws SQLException {
        var grants = new ArrayList<String>();
        try (var administrator = TestServer.get().administrator();
                var statement = administrator.createStatement();
                var rows = statement.executeQuery("SHOW GRANTS FOR '" + accounts.name(account) + "'@'%'")) {
            while (rows.next()) {
                var line = rows.getString(1);
                assertThat(line).startsWith("GRANT ").doesNotContain("GRANT OPTION");
                var rights = line.substring("GRANT ".length(), line.indexOf(" ON "));
                var where = line.substring(line.indexOf(" ON ") + 4, line.indexOf(" TO "))
                        .replace("`", "")
                        .replace("\\", "");
                if (!rights.equals("USAGE")) {
                    grants.add(String.join(", ", new TreeSet<>(List.of(rights.split(", ")))) + " ON " + name(where));
                }
            }
        }
        return grants;
    }

    private String name(String where) {
        if (where.equals(accounts.schema() + ".*")) {
            return "rooms.*";
        }
        if (where.equals(accounts.logSchema() + ".*")) {
            return "log.*";
        }
        if (where.startsWith(accounts.logSchema() + ".")) {
            return "log" + where.substring(accounts.logSchema().length());
        }
        return where.endsWith("_embedded.marker") ? "marker" : where;
    }

    private void refuses(Account account, String attempt) throws SQLException {
        try (var connection = connect(account, "");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .as("%s: %s", account, attempt)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    private Connection connect(Account account, String schema) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://" + TestServer.get().address() + "/" + schema,
                accounts.name(account),
                accounts.password(account));
    }

    private String log(String table) {
        return "`" + accounts.logSchema() + "`.`" + table + "`";
    }

    private String room(String table) {
        return "`" + accounts.schema() + "`.`" + table + "`";
    }
}
