package org.relais.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

import org.relais.demo.DatabaseAccounts;
import org.relais.demo.EmbeddedServer;
import org.relais.demo.Folders;

/**
 * The MariaDB server of this run of the tests: started once, its data under {@code target/}. If
 * {@code RELAIS_TEST_DB_URL} holds a JDBC address with account and password of an administrator, that server is used
 * instead and left as it was found.
 */
public final class TestServer {

    private static final String EXTERNAL = "RELAIS_TEST_DB_URL";

    /** Whether this run measures: then each commit waits for the disk, as in production. */
    static final boolean MEASURES = Boolean.getBoolean("relais.bench");

    /** Tests need no durability: what they prove about it they prove on a server with the true settings. */
    private static final List<String> SETTINGS = MEASURES
            ? List.of(
                    "--innodb-flush-log-at-trx-commit=1",
                    "--innodb-buffer-pool-size=2G",
                    "--innodb-log-file-size=512M",
                    "--performance-schema=off")
            : List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=0",
                    "--innodb-buffer-pool-size=256M",
                    "--innodb-log-file-size=64M",
                    "--performance-schema=off");

    private static @Nullable TestServer instance;

    private final String administratorUrl;
    private final String address;
    private final List<DatabaseAccounts> created = new ArrayList<>();

    private TestServer(String administratorUrl, String address) {
        this.administratorUrl = administratorUrl;
        this.address = address;
    }

    /** The server of this run, started if it is not. */
    public static synchronized TestServer get() {
        if (instance == null) {
            var external = System.getenv(EXTERNAL);
            instance = external == null || external.isBlank() ? startOwn() : useOther(external);
        }
        return instance;
    }

    /** Host and port. */
    public String address() {
        return address;
    }

    /** A fresh pair of schemas with its accounts. */
    public synchronized DatabaseAccounts createSchemas() {
        var schema = "relais_t" + ProcessHandle.current().pid() + "_" + (created.size() + 1);
        var accounts = DatabaseAccounts.withRandomPasswords(schema);
        try (var administrator = administrator()) {
            accounts.create(administrator);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create the schemas of a test", failure);
        }
        created.add(accounts);
        return accounts;
    }

    /** A connection that may do everything. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(administratorUrl);
    }

    /** Where this run of the tests may write. */
    public static Path target() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target")
                .toAbsolutePath();
    }

    /** Where the server's own files are: shared with {@code ./relais run}, they hold no data. */
    public static Path binaries() {
        return target().resolveSibling(".relais").resolve("server");
    }

    /** Where key and checkpoints of these schemas are. */
    public static Path sealing(DatabaseAccounts accounts) {
        return target().resolve("test-sealing").resolve(accounts.schema());
    }

    private static TestServer startOwn() {
        var folder = target().resolve("test-database");
        try {
            removeLeftovers(folder);
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot clear " + folder, failure);
        }
        var home = folder.resolve(Long.toString(ProcessHandle.current().pid()));
        var server = EmbeddedServer.start(binaries(), home.resolve("data"), "", SETTINGS);
        // After every context has closed
        SpringApplication.getShutdownHandlers().add(() -> {
            EmbeddedServer.stop(server.pid());
            remove(home);
        });
        var address = "127.0.0.1:" + server.port();
        return new TestServer("jdbc:mariadb://" + address + "/?user=" + EmbeddedServer.ADMINISTRATOR, address);
    }

    private static TestServer useOther(String url) {
        var address = url.replaceFirst("^jdbc:mariadb://", "").replaceFirst("[/?].*$", "");
        var server = new TestServer(url, address);
        SpringApplication.getShutdownHandlers().add(server::dropAll);
        return server;
    }

    private void dropAll() {
        try (var administrator = administrator()) {
            for (var accounts : created) {
                accounts.drop(administrator);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot remove the schemas of the tests from " + address, failure);
        }
    }

    /** A run that was killed leaves its server and its data behind. */
    private static void removeLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var homes = Files.list(folder)) {
            for (var home : homes.toList()) {
                if (ProcessHandle.of(Long.parseLong(home.getFileName().toString()))
                        .isEmpty()) {
                    var pid = home.resolve("data").resolve("server.pid");
                    if (Files.exists(pid)) {
                        stopLeftover(Long.parseLong(Files.readString(pid).strip()));
                    }
                    remove(home);
                }
            }
        }
    }

    private static void stopLeftover(long pid) {
        var command = ProcessHandle.of(pid).flatMap(process -> process.info().command());
        if (command.orElse("").endsWith("mariadbd")) {
            EmbeddedServer.stop(pid);
        }
    }

    private static void remove(Path home) {
        try {
            Folders.empty(home);
            Files.deleteIfExists(home);
        } catch (IOException stays) {
            // Under target/: the next run or a clean build removes it
        }
    }
}
