package org.relais.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A portal in a process of its own, for what only a process can show: how it refuses to start, and how it ends. */
public final class PortalProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private PortalProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** The portal as the production file starts it, from its classes: nothing of the tests. */
    public static PortalProcess ofClasses(Map<String, String> environment, String... words) {
        var command = new ArrayList<>(List.of("-cp", classpath(false), "org.relais.Portal"));
        command.addAll(List.of(words));
        return start(command, environment);
    }

    /** The portal with {@link HouseSignIn}, so that a browser can sign in. */
    public static PortalProcess withHouseSignIn(Map<String, ?> properties) {
        var command = new ArrayList<>(List.of("-cp", classpath(true), HousePortal.class.getName()));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        return start(command, Map.of());
    }

    /** The production file itself. */
    public static PortalProcess ofFile(Path jar, Map<String, String> environment) {
        return start(List.of("-jar", jar.toString()), environment);
    }

    private static PortalProcess start(List<String> arguments, Map<String, String> environment) {
        try {
            var output = Files.createTempFile(Files.createDirectories(TestServer.target()), "portal", ".out");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"));
            command.addAll(arguments);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RELAIS_") || name.startsWith("SERVER_"));
            builder.environment().putAll(environment);
            return new PortalProcess(builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until the address answers with this status. */
    public void awaitStatus(String address, int status) throws IOException, InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == status) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It does not listen yet
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException(address + " did not answer " + status + ":\n" + output());
    }

    /** Asks it to stop, as a service manager does. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** What it wrote so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException stays) {
            // Under target/: the next clean build removes it
        }
    }

    private static String classpath(boolean withTests) {
        // Surefire may hand the class path on in the manifest of one file
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> withTests || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
