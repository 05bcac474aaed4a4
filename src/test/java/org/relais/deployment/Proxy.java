package org.relais.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.relais.support.HaProxy;

/** The real proxy with the real {@code docker/proxy/haproxy.cfg}, in front of whatever answers on the given ports. */
public final class Proxy implements AutoCloseable {

    public static final String PORTAL = "portal.localhost";
    static final String IDENTITY = "identity.localhost";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final int plain;
    private final int secure;
    private final Certificate certificate;
    private final Path log;

    private Proxy(Process process, int plain, int secure, Certificate certificate, Path log) {
        this.process = process;
        this.plain = plain;
        this.secure = secure;
        this.certificate = certificate;
        this.log = log;
    }

    /** Two nodes and the identity provider behind the proxy; each is asked for its health at a port of its own. */
    public record Behind(int nodeA, int healthA, int nodeB, int healthB, int identity, int identityHealth) {}

    public static Proxy start(Path folder, Behind behind) throws IOException, GeneralSecurityException {
        var certificate = Certificate.create(folder, PORTAL, IDENTITY);
        var ports = Deployment.freePorts(2);
        var builder = new ProcessBuilder(command("-db"));
        builder.environment().putAll(environment(behind, ports.get(0), ports.get(1), certificate.pem()));
        var log = folder.resolve("proxy.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        var proxy = new Proxy(builder.start(), ports.get(0), ports.get(1), certificate, log);
        proxy.awaitListening();
        return proxy;
    }

    /** What the proxy says about its configuration. */
    static Checked check(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var certificate = Certificate.create(folder, PORTAL, IDENTITY);
        var builder = new ProcessBuilder(command("-c"));
        builder.environment().putAll(environment(new Behind(1, 2, 3, 4, 5, 6), 7, 8, certificate.pem()));
        builder.redirectErrorStream(true);
        var checking = builder.start();
        var said = new String(checking.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Checked(checking.waitFor(), said);
    }

    /** The proxy's word on its configuration. */
    record Checked(int code, String said) {}

    private static List<String> command(String mode) {
        var command = new ArrayList<String>();
        command.add(HaProxy.path().toString());
        command.add(mode);
        command.add("-f");
        command.add(Deployment.folder().resolve("proxy/haproxy.cfg").toString());
        return command;
    }

    private static Map<String, String> environment(Behind behind, int plain, int secure, Path certificate) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("RELAIS_PROXY_HTTP", "127.0.0.1:" + plain);
        environment.put("RELAIS_PROXY_HTTPS", "127.0.0.1:" + secure);
        environment.put("RELAIS_PROXY_CERTIFICATE", certificate.toString());
        environment.put("RELAIS_PROXY_NODE_A", "127.0.0.1:" + behind.nodeA());
        environment.put("RELAIS_PROXY_NODE_A_HEALTH", Integer.toString(behind.healthA()));
        environment.put("RELAIS_PROXY_NODE_B", "127.0.0.1:" + behind.nodeB());
        environment.put("RELAIS_PROXY_NODE_B_HEALTH", Integer.toString(behind.healthB()));
        environment.put("RELAIS_PROXY_IDENTITY", "127.0.0.1:" + behind.identity());
        environment.put("RELAIS_PROXY_IDENTITY_HEALTH", Integer.toString(behind.identityHealth()));
        environment.put("RELAIS_PROXY_ADMINISTRATION", "192.0.2.0/24");
        environment.put("RELAIS_PORTAL_HOST", PORTAL);
        environment.put("RELAIS_IDENTITY_HOST", IDENTITY);
        return environment;
    }

    /** The portal as its users type it. */
    public URI portal() {
        return URI.create("https://" + PORTAL + ":" + secure);
    }

    int plain() {
        return plain;
    }

    int secure() {
        return secure;
    }

    Certificate certificate() {
        return certificate;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** One request over TLS to the portal's name, sent as typed. */
    public Answer get(String path, String... headers) throws IOException {
        return send(PORTAL, path, headers);
    }

    /** One request over TLS, sent as typed. */
    Answer send(String host, String path, String... headers) throws IOException {
        return Answer.of(
                certificate
                        .trust()
                        .getSocketFactory()
                        .createSocket(new Socket(InetAddress.getLoopbackAddress(), secure), host, secure, true),
                host + ":" + secure,
                path,
                headers);
    }

    /** One request without TLS. */
    Answer plainly(String host, String path) throws IOException {
        return Answer.of(new Socket(InetAddress.getLoopbackAddress(), plain), host + ":" + plain, path);
    }

    private void awaitListening() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), secure)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException("The proxy does not start: " + log());
    }

    /** Asks until the answer is as expected. */
    public Answer await(String path, java.util.function.Predicate<Answer> expected) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = get(path);
        while (!expected.test(answer) && System.nanoTime() < end) {
            pause();
            answer = get(path);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
