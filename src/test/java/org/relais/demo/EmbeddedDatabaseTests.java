package org.relais.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The embedded database and its accounts, on real servers. */
class EmbeddedDatabaseTests {

    @Test
    void what_was_committed_survives_a_restart(@TempDir Path folder) throws Exception {
        var home = homeWithBinaries(folder);
        var first = EmbeddedDatabase.open(home);
        try (var connection = migration(first);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word VARCHAR(20))");
            statement.execute("INSERT INTO kept VALUES ('gardé')");
        } finally {
            first.close();
        }
        assertThat(EmbeddedDatabase.isRunning(home)).isFalse();

        var second = EmbeddedDatabase.open(home);
        try (var connection = migration(second);
                var rows = connection.createStatement().executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("gardé");
        } finally {
            second.close();
        }
    }

    @Test
    void a_running_database_is_joined_and_left_running(@TempDir Path folder) throws Exception {
        var home = homeWithBinaries(folder);
        var first = EmbeddedDatabase.open(home);
        try {
            // As another process would see it: the owner lives
            var joined = EmbeddedDatabase.open(home);
            assertThat(joined.port()).isEqualTo(first.port());
            assertThat(joined.owned()).isFalse();
            joined.close();
            assertThat(EmbeddedDatabase.isRunning(home)).isTrue();
            assertThat(Files.getPosixFilePermissions(home.resolve("accounts.properties")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        } finally {
            first.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE proof SET word = 'b'",
                "DELETE FROM proof",
                "TRUNCATE TABLE proof",
                "ALTER TABLE proof ADD COLUMN more INT",
                "DROP TABLE proof",
                "REPLACE INTO proof VALUES (1, 'b')",
                "INSERT INTO proof VALUES (1, 'b') ON DUPLICATE KEY UPDATE word = 'b'",
                "CREATE TRIGGER spoil BEFORE INSERT ON proof FOR EACH ROW SET NEW.word = 'b'",
                "LOCK TABLES proof WRITE"
            })
    void neither_application_nor_log_account_changes_a_row_of_the_log_schema(String attempt) throws Exception {
        var server = TestServer.get();
        var accounts = server.createSchemas();
        try (var administrator = server.administrator();
                var statement = administrator.createStatement()) {
            statement.execute(
                    "CREATE TABLE `" + accounts.logSchema() + "`.proof (id INT PRIMARY KEY, word VARCHAR(9))");
            statement.execute("INSERT INTO `" + accounts.logSchema() + "`.proof VALUES (1, 'a')");
        }
        refuses(accounts.logSchema(), accounts.applicationAccount(), accounts.applicationPassword(), attempt);
        refuses(accounts.logSchema(), accounts.logAccount(), accounts.logPassword(), attempt);
        try (var connection = connect(accounts.logSchema(), accounts.logAccount(), accounts.logPassword());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO proof VALUES (2, 'c')");
            try (var rows = statement.executeQuery("SELECT GROUP_CONCAT(word ORDER BY id) FROM proof")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("a,c");
            }
        }
    }

    @Test
    void the_log_account_sees_nothing_of_the_rooms() throws Exception {
        var accounts = TestServer.get().createSchemas();
        assertThatThrownBy(() -> connect(accounts.schema(), accounts.logAccount(), accounts.logPassword())
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void the_application_account_changes_rows_of_the_rooms_but_no_table() throws Exception {
        var server = TestServer.get();
        var accounts = server.createSchemas();
        try (var connection = connect(accounts.schema(), accounts.migrationAccount(), accounts.migrationPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE room_thing (id INT PRIMARY KEY)");
        }
        try (var connection =
                        connect(accounts.schema(), accounts.applicationAccount(), accounts.applicationPassword());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO room_thing VALUES (1)");
            statement.execute("UPDATE room_thing SET id = 2");
            statement.execute("DELETE FROM room_thing");
            assertThatThrownBy(() -> statement.execute("DROP TABLE room_thing")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("CREATE TABLE other (id INT)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void refuses(String schema, String account, String password, String attempt) throws SQLException {
        try (var connection = connect(schema, account, password);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    private static java.sql.Connection connect(String schema, String account, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://" + TestServer.get().address() + "/" + schema, account, password);
    }

    private static java.sql.Connection migration(EmbeddedDatabase database) throws SQLException {
        var connection = EmbeddedServer.connect(
                database.port(),
                database.accounts().migrationAccount(),
                database.accounts().migrationPassword());
        connection.setCatalog(database.accounts().schema());
        return connection;
    }

    /** The server's files are the ones already unpacked: 360 MB need not be written again for each test. */
    private static Path homeWithBinaries(Path folder) throws Exception {
        TestServer.get();
        var home = Files.createDirectories(folder.resolve("home"));
        if (Files.isDirectory(TestServer.binaries())) {
            Files.createSymbolicLink(EmbeddedDatabase.binaries(home), TestServer.binaries());
        }
        return home;
    }
}
