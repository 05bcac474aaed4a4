package org.relais.deployment;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import org.relais.support.TestServer;

/** One node of the portal: a process of its own, so that it can be killed. */
public final class PortalNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final int port;
    private final int healthPort;
    private final Path folder;
    private final Map<String, Object> settings;
    private Process process;

    private PortalNode(String name, int port, int healthPort, Path folder, Map<String, Object> settings)
            throws IOException {
        this.name = name;
        this.port = port;
        this.healthPort = healthPort;
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
    }

    /**
     * Starts a node; it is not ready yet.
     *
     * @param folder for its log and its classes
     * @param settings its properties
     */
    public static PortalNode start(String name, Path folder, Map<String, Object> settings) throws IOException {
        var ports = Deployment.freePorts(2);
        var all = new LinkedHashMap<>(settings);
        all.put("server.port", ports.get(0));
        all.put("server.address", "127.0.0.1");
        all.put("management.server.port", ports.get(1));
        all.put("management.server.address", "127.0.0.1");
        all.put("relais.log.node", name);
        return new PortalNode(name, ports.get(0), ports.get(1), folder, all);
    }

    public int port() {
        return port;
    }

    /** Where its readiness is asked. */
    public int healthPort() {
        return healthPort;
    }

    /** The process dies without a word: no handler of it runs any more. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Starts the process again on the same ports, as a container engine would. */
    public void restart() throws IOException {
        process.destroyForcibly();
        awaitEnd();
        process = launch();
    }

    /** Waits until it says it is ready. */
    public void awaitReady() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (ready()) {
                return;
            }
            pause();
        }
        throw new IOException("Node " + name + " does not get ready; see " + log());
    }

    private boolean ready() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), healthPort)) {
            return Answer.of(socket, "health", "/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(folder);
        var command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath(),
                        "org.relais.Portal")
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", new JsonMapper().writeValueAsString(settings));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        return builder.start();
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    /** What the tests run on, without the tests: and the one sign-in that opens the accounts of a house. */
    private String classpath() throws IOException {
        var tests = TestServer.target().resolve("test-classes");
        var classes = folder.resolve("classes");
        var signIn = Path.of("org", "relais", "support");
        Files.createDirectories(classes.resolve(signIn));
        try (var compiled = Files.list(tests.resolve(signIn))) {
            for (var file : compiled.filter(
                            path -> path.getFileName().toString().startsWith("HouseSignIn"))
                    .toList()) {
                Files.write(classes.resolve(signIn).resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return classes
                + File.pathSeparator
                + Stream.of(all.split(File.pathSeparator))
                        .filter(entry -> !Path.of(entry).equals(tests))
                        .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitEnd() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it wrote. */
    public String output() throws IOException {
        return Files.readString(log(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
