package org.relais.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.logging.LoggingSystem;

import org.relais.demo.DatabaseAccounts.Account;

/**
 * How long the production file takes from its start to the sign-in page, on a database that is warm, with the cache that
 * {@code docker/portal/prepare} makes and without it. The two take turns, so that other load falls on both.
 */
public final class StartupBench {

    private static final List<String> FLUSHED = List.of(
            "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=64M");

    private final Path docker;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final int port;
    private final String options;

    private StartupBench(Path docker, Path folder) throws IOException {
        this.docker = docker;
        this.folder = folder;
        this.port = freePort();
        this.options = imageOptions(docker.resolve("Dockerfile"));
    }

    /** Arguments: the production file, the folder {@code docker}, how often. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Nothing but our own lines
        LoggingSystem.get(StartupBench.class.getClassLoader()).beforeInitialize();
        measure(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /**
     * Starts the production file so many times with the cache and without, after one start of each that is not counted.
     *
     * @throws DemonstrationRefused if a start does not reach its page, or does not take the cache it is given
     */
    public static Measured measure(Path file, Path docker, int repeats, PrintStream out)
            throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("relais.home", ".relais")).toAbsolutePath();
        var folder = Files.createTempDirectory("relais-bench");
        try {
            return new StartupBench(docker.toAbsolutePath(), folder).run(file, home, repeats, out);
        } finally {
            Folders.empty(folder);
            Files.deleteIfExists(folder);
        }
    }

    private Measured run(Path file, Path home, int repeats, PrintStream out) throws IOException, InterruptedException {
        layOut(file);
        var administrator = DatabaseAccounts.randomPassword();
        var server = EmbeddedServer.start(
                EmbeddedDatabase.binaries(home), folder.resolve("database").resolve("data"), administrator, FLUSHED);
        try {
            setUp(server, administrator);
            var began = System.nanoTime();
            prepare();
            out.printf(
                    "Tables made and cache written in %.1f s; the cache has %d MB.%n",
                    seconds(began), Files.size(cache()) >> 20);
            var with = new ArrayList<Double>();
            var without = new ArrayList<Double>();
            // The first pair warms the files and is not counted
            for (var turn = 0; turn <= repeats; turn++) {
                var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                // A start that does not take the cache ends: what is measured is the cache
                var cached = start(options + " -XX:AOTMode=on");
                var plain = start(options.replaceAll("-XX:AOTCache=\\S+", ""));
                if (turn > 0) {
                    with.add(cached);
                    without.add(plain);
                    out.printf("%2d  with %.2f s   without %.2f s   load %.1f%n", turn, cached, plain, load);
                }
            }
            if (repeats > 0) {
                summarize(with, without, out);
            }
            return new Measured(List.copyOf(with), List.copyOf(without), Files.size(cache()));
        } finally {
            EmbeddedServer.stop(server.pid());
        }
    }

    private static void summarize(List<Double> with, List<Double> without, PrintStream out) {
        out.printf(
                "Start to sign-in page, medians of %d: with the cache %.2f s, without %.2f s, ratio %.2f (%.2f to %.2f); %d processors%n",
                with.size(),
                median(with),
                median(without),
                median(with) / median(without),
                ratios(with, without).min().orElseThrow(),
                ratios(with, without).max().orElseThrow(),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * What was measured.
     *
     * @param with seconds with the cache
     * @param without seconds without it
     * @param cacheSize bytes of the cache
     */
    public record Measured(List<Double> with, List<Double> without, long cacheSize) {}

    /** As the Dockerfile does it. */
    private void layOut(Path file) throws IOException, InterruptedException {
        var layers = folder.resolve("layers");
        finish(
                new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        file.toAbsolutePath().toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        layers.toString()),
                "extract");
        var application = Files.createDirectories(folder.resolve("application"));
        Files.move(layers.resolve("dependencies").resolve("lib"), application.resolve("lib"));
        Files.move(layers.resolve("application").resolve("relais.jar"), application.resolve("relais.jar"));
    }

    private void setUp(EmbeddedServer.Running server, String administrator) {
        var accounts = DatabaseAccounts.withRandomPasswords("relais");
        try (var connection = EmbeddedServer.connect(server.port(), EmbeddedServer.ADMINISTRATOR, administrator)) {
            accounts.create(connection);
        } catch (java.sql.SQLException refused) {
            throw new DemonstrationRefused("La base de données refuse ses comptes.", refused);
        }
        environment.put("RELAIS_DATABASE_ADDRESS", "127.0.0.1:" + server.port());
        for (var account : List.of(Account.MIGRATION, Account.APPLICATION, Account.LOG, Account.SEALING)) {
            environment.put("RELAIS_DATABASE_" + account + "_PASSWORD", accounts.password(account));
        }
        DatabaseAccounts.sealing(folder.resolve("sealing"))
                .forEach((property, value) -> environment.put(
                        property.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value.toString()));
        environment.put("RELAIS_SIGN_IN_ISSUER", "http://localhost:9/realms/relais");
        environment.put("RELAIS_SIGN_IN_CLIENT_SECRET", DatabaseAccounts.randomPassword());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
    }

    private void prepare() throws IOException, InterruptedException {
        environment.put("RELAIS_MANAGEMENT_PORT", Integer.toString(freePort()));
        var builder = new ProcessBuilder(
                "bash", docker.resolve("portal").resolve("prepare").toString());
        take(builder, options);
        builder.environment().put("RELAIS_JAR", jar().toString());
        builder.environment().put("RELAIS_AOT_CACHE", cache().toString());
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, first) -> first + ":" + path);
        finish(builder, "prepare");
    }

    /** Seconds from the start of the process until a browser has the sign-in page. */
    private double start(String settings) throws IOException, InterruptedException {
        environment.put("RELAIS_MANAGEMENT_PORT", Integer.toString(freePort()));
        environment.put("SPRING_FLYWAY_ENABLED", "false");
        var builder = new ProcessBuilder(java(), "-jar", jar().toString());
        take(builder, settings);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile());
        var began = System.nanoTime();
        var process = builder.start();
        try {
            SignInPageProbe.await(port, process, folder.resolve("node.log"));
            return seconds(began);
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void take(ProcessBuilder builder, String settings) {
        builder.environment().keySet().removeIf(name -> name.startsWith("RELAIS_") || name.startsWith("SPRING_"));
        builder.environment().putAll(environment);
        builder.environment().put("JDK_JAVA_OPTIONS", settings);
    }

    private void finish(ProcessBuilder builder, String step) throws IOException, InterruptedException {
        var log = folder.resolve(step + ".log");
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new DemonstrationRefused(step + " :\n" + Files.readString(log));
        }
    }

    /** The settings of the image, with our own place for the cache. */
    private String imageOptions(Path file) throws IOException {
        var found = Pattern.compile("JDK_JAVA_OPTIONS=\"([^\"]+)\"").matcher(Files.readString(file));
        if (!found.find()) {
            throw new DemonstrationRefused("Le Dockerfile ne dit plus JDK_JAVA_OPTIONS.");
        }
        return found.group(1).replaceAll("-XX:AOTCache=\\S+", "-XX:AOTCache=" + cache());
    }

    private Path jar() {
        return folder.resolve("application").resolve("relais.jar");
    }

    private Path cache() {
        return folder.resolve("relais.aot");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static java.util.stream.DoubleStream ratios(List<Double> with, List<Double> without) {
        return Stream.iterate(0, at -> at < with.size(), at -> at + 1)
                .mapToDouble(at -> with.get(at) / without.get(at));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
