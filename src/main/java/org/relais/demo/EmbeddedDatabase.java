package org.relais.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The database of the demonstration: a real MariaDB whose data stay in the home folder ({@code .relais} of the
 * project) between runs. The first process that needs it starts it and stops it when it ends; another one meanwhile
 * joins it. A server left behind by a process that was killed is taken over by the next one.
 */
public final class EmbeddedDatabase {

    private static final List<String> SETTINGS = List.of(
            "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=64M");

    private final EmbeddedServer.Running server;
    private final boolean owned;
    private final DatabaseAccounts accounts;
    private final Path home;

    private EmbeddedDatabase(EmbeddedServer.Running server, boolean owned, DatabaseAccounts accounts, Path home) {
        this.server = server;
        this.owned = owned;
        this.accounts = accounts;
        this.home = home;
    }

    /**
     * Starts the database of this home folder, or joins it if it runs.
     *
     * @throws DemonstrationRefused if the folder cannot be written or the server does not start
     */
    public static EmbeddedDatabase open(Path home) {
        try {
            Files.createDirectories(home);
            var folder = home.toRealPath();
            try (var channel = FileChannel.open(
                            folder.resolve("database.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return joinOrStart(folder);
            }
        } catch (AccessDeniedException denied) {
            throw new DemonstrationRefused("Relais ne peut pas écrire dans " + denied.getFile() + ".", denied);
        } catch (IOException failure) {
            throw new DemonstrationRefused(
                    "Relais ne peut pas utiliser " + home + " : " + failure.getMessage(), failure);
        }
    }

    /** Whether a server of this home folder answers now; starts nothing. */
    public static boolean isRunning(Path home) {
        try {
            var secrets = Secrets.read(home);
            return secrets != null && running(home, secrets) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Stops a server that its process left behind.
     *
     * @throws DemonstrationRefused if a living process uses it
     */
    static void stopAbandoned(Path home) throws IOException {
        var secrets = Secrets.read(home);
        var running = secrets == null ? null : running(home, secrets);
        if (running == null) {
            return;
        }
        if (ownerLives(home)) {
            throw new DemonstrationRefused(
                    "Une autre commande de Relais utilise la base de données ; attendez sa fin.");
        }
        EmbeddedServer.stop(running.pid());
    }

    /** The port of the server on the loopback interface. */
    public int port() {
        return server.port();
    }

    /** Whether this process started the server (or took it over) and will stop it. */
    public boolean owned() {
        return owned;
    }

    /** The schemas and accounts. */
    public DatabaseAccounts accounts() {
        return accounts;
    }

    /** The properties that point the portal at this database and allow the demonstration. */
    public Map<String, Object> properties() {
        var properties = accounts.properties("127.0.0.1:" + server.port());
        properties.putAll(DatabaseAccounts.sealing(home.resolve("sealing")));
        properties.put("relais.demonstration", "true");
        return properties;
    }

    /**
     * A connection to the portal's schema that may do everything.
     *
     * @throws DemonstrationRefused if the server does not answer
     */
    Connection administrator() {
        try {
            var connection = connect(server, Secrets.readOrCreate(home));
            connection.setCatalog(accounts.schema());
            return connection;
        } catch (SQLException | IOException refused) {
            throw new DemonstrationRefused("La base de données ne répond plus.", refused);
        }
    }

    /**
     * Whether each commit waits until it is on the disk. Until the server is started anew.
     *
     * @throws DemonstrationRefused if the server does not take it
     */
    void waitForDisk(boolean each) {
        try (var administrator = connect(server, Secrets.readOrCreate(home));
                var statement = administrator.createStatement()) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = " + (each ? 1 : 0));
        } catch (SQLException | IOException refused) {
            throw new DemonstrationRefused("La base de données ne répond plus.", refused);
        }
    }

    /** Stops the server if this process started it; to be called when the portal has closed. */
    public void close() {
        if (owned) {
            EmbeddedServer.stop(server.pid());
            try {
                Files.deleteIfExists(state(home));
            } catch (IOException leftBehind) {
                // Harmless: the next start sees that nothing answers there
            }
        }
    }

    private static EmbeddedDatabase joinOrStart(Path home) throws IOException {
        var secrets = Secrets.readOrCreate(home);
        var running = running(home, secrets);
        if (running != null && ownerLives(home)) {
            return new EmbeddedDatabase(running, false, secrets.accounts(), home);
        }
        if (running == null) {
            running = EmbeddedServer.start(binaries(home), home.resolve("data"), secrets.administrator(), SETTINGS);
            try (var administrator = connect(running, secrets)) {
                secrets.accounts().create(administrator);
            } catch (SQLException refused) {
                EmbeddedServer.stop(running.pid());
                throw new DemonstrationRefused(
                        "La base embarquée refuse ses comptes (" + refused.getMessage()
                                + ") ; « ./relais run --fresh » repart de zéro.",
                        refused);
            }
        }
        var state = new Properties();
        state.setProperty("port", Integer.toString(running.port()));
        state.setProperty("server", Long.toString(running.pid()));
        state.setProperty("owner", Long.toString(ProcessHandle.current().pid()));
        PrivateFiles.write(state(home), state);
        return new EmbeddedDatabase(running, true, secrets.accounts(), home);
    }

    /** Where the server's own files are unpacked: once per project, they hold no data. */
    public static Path binaries(Path home) {
        return home.resolve("server");
    }

    private static EmbeddedServer.@Nullable Running running(Path home, Secrets secrets) throws IOException {
        var state = PrivateFiles.read(state(home));
        if (state == null) {
            return null;
        }
        var server = new EmbeddedServer.Running(
                Integer.parseInt(state.getProperty("port")), Long.parseLong(state.getProperty("server")));
        if (ProcessHandle.of(server.pid()).isEmpty()) {
            return null;
        }
        try (var connection = connect(server, secrets)) {
            return connection.isValid(2) ? server : null;
        } catch (SQLException someoneElse) {
            return null;
        }
    }

    private static boolean ownerLives(Path home) throws IOException {
        var state = PrivateFiles.read(state(home));
        return state != null
                && ProcessHandle.of(Long.parseLong(state.getProperty("owner"))).isPresent();
    }

    private static Connection connect(EmbeddedServer.Running server, Secrets secrets) throws SQLException {
        return EmbeddedServer.connect(server.port(), EmbeddedServer.ADMINISTRATOR, secrets.administrator());
    }

    private static Path state(Path home) {
        return home.resolve("database.properties");
    }

    /** The passwords of this home folder. */
    private record Secrets(String administrator, DatabaseAccounts accounts) {

        static @Nullable Secrets read(Path home) throws IOException {
            var stored = PrivateFiles.read(file(home));
            return stored == null ? null : of(stored);
        }

        static Secrets readOrCreate(Path home) throws IOException {
            var stored = PrivateFiles.read(file(home));
            var properties = stored == null ? new Properties() : stored;
            var known = properties.size();
            // An account that came with a later version gets its password when it is first needed
            properties.computeIfAbsent("administrator", missing -> DatabaseAccounts.randomPassword());
            for (var account : DatabaseAccounts.Account.values()) {
                properties.computeIfAbsent(account.word(), missing -> DatabaseAccounts.randomPassword());
            }
            if (properties.size() != known) {
                PrivateFiles.write(file(home), properties);
            }
            return of(properties);
        }

        private static Secrets of(Properties stored) {
            return new Secrets(
                    stored.getProperty("administrator"),
                    new DatabaseAccounts(
                            "relais",
                            "relais_audit",
                            DatabaseAccounts.passwords(account -> stored.getProperty(account.word(), ""))));
        }

        private static Path file(Path home) {
            return home.resolve("accounts.properties");
        }

        @Override
        public String toString() {
            return "Secrets[not shown]";
        }
    }
}
