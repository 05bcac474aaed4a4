package org.relais.deployment;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One node of the portal: a process of its own, so that it can be killed. */
public final class PortalNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final int port;
    private final int healthPort;
    private final Path folder;
    private Map<String, Object> settings = Map.of();
    private @Nullable Process process;

    private PortalNode(String name, Path folder, int port, int healthPort) {
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.healthPort = healthPort;
    }

    /**
     * A node that does not run yet.
     *
     * @param name its name in the access log
     * @param folder for what it writes
     */
    public static PortalNode named(String name, Path folder) {
        var ports = Deployment.freePorts(2);
        return new PortalNode(name, folder, ports.get(0), ports.get(1));
    }

    /**
     * Starts the process; it is not ready yet.
     *
     * @param properties what its environment says
     */
    public void start(Map<String, Object> properties) throws IOException {
        settings = new LinkedHashMap<>(properties);
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        settings.put("relais.management.port", healthPort);
        settings.put("relais.log.node", name);
        process = launch();
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
        running().destroyForcibly();
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    /** Starts the process again on the same ports, as a container engine would. */
    public void restart() throws IOException {
        kill();
        awaitEnd();
        process = launch();
    }

    /** Waits until it says it is ready. */
    public void awaitReady() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && running().isAlive()) {
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

    /** What the tests run on, without the tests. */
    private static String classpath() {
        // Surefire may hand the class path on in the manifest of one file
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitEnd() {
        try {
            running().waitFor(10, TimeUnit.SECONDS);
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
        if (process != null) {
            kill();
            awaitEnd();
        }
    }
}
