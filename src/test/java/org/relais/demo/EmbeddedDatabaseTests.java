package org.relais.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.relais.demo.DatabaseAccounts.Account;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The embedded database, on real servers. */
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

    private static java.sql.Connection migration(EmbeddedDatabase database) throws SQLException {
        var connection = EmbeddedServer.connect(
                database.port(),
                database.accounts().name(Account.MIGRATION),
                database.accounts().password(Account.MIGRATION));
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
