package org.relais.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak with the realm of {@code docker/keycloak} and the demonstration's accounts, reached over the loopback
 * interface only. It keeps nothing: every start imports the realm anew.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

    /** What every account of the demonstration signs in with at Keycloak, whose rule asks for twelve characters. */
    public static final String PASSWORD = "relais-demonstration";

    /** The key of the one-time codes of those who have a second factor, as an authenticator application takes it. */
    public static final String CODE_KEY = "OJSWYYLJOMWWIZLNN5XHG5DSMF2GS33O";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final int port;
    private final String clientSecret;
    private final String administratorPassword;

    private EmbeddedKeycloak(Process process, int port, String clientSecret, String administratorPassword) {
        this.process = process;
        this.port = port;
        this.clientSecret = clientSecret;
        this.administratorPassword = administratorPassword;
    }

    /**
     * Starts the server and waits until the realm answers.
     *
     * @param unpacked the folder the distribution was unpacked into
     * @param realm the folder {@code docker/keycloak}
     * @param portal the address of the portal as its users type it
     * @param log where the server writes
     */
    public static EmbeddedKeycloak start(Path unpacked, Path realm, URI portal, Path log) {
        try {
            return start(installation(unpacked), realm, portal, log, freePort());
        } catch (IOException failure) {
            throw new DemonstrationRefused("Keycloak ne démarre pas : " + failure.getMessage(), failure);
        }
    }

    private static EmbeddedKeycloak start(Path installation, Path realm, URI portal, Path log, int port)
            throws IOException {
        var imported = Files.createDirectories(installation.resolve("data").resolve("import"));
        copy(realm.resolve("realm.json"), imported.resolve("relais-realm.json"));
        copy(realm.resolve("demonstration-users.json"), imported.resolve("relais-users-0.json"));
        installTheme(installation, realm, log);
        var secret = DatabaseAccounts.randomPassword();
        var administrator = DatabaseAccounts.randomPassword();
        var builder = new ProcessBuilder(List.of(
                "sh",
                installation.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "administrator",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        administrator,
                        "RELAIS_ADDRESS",
                        portal.toString(),
                        "RELAIS_BACK_CHANNEL_ADDRESS",
                        portal.toString(),
                        "RELAIS_SIGN_IN_CLIENT_SECRET",
                        secret));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var process = builder.start();
        var keycloak = new EmbeddedKeycloak(process, port, secret, administrator);
        keycloak.waitUntilItAnswers(log);
        return keycloak;
    }

    /** The realm as tokens name it. */
    public URI issuer() {
        return address().resolve("/realms/relais");
    }

    /** Where the server answers. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** The password of {@code administrator} in the realm {@code master}. */
    public String administratorPassword() {
        return administratorPassword;
    }

    /** The properties that let a portal sign people in here. */
    public Map<String, Object> properties() {
        return Map.of("relais.sign-in.issuer", issuer().toString(), "relais.sign-in.client-secret", clientSecret);
    }

    /** The server's own process: the script that starts it stays beside it. */
    public ProcessHandle process() {
        return process.descendants().findFirst().orElse(process.toHandle());
    }

    @Override
    public void close() {
        var server = process();
        process.destroy();
        server.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path installation(Path unpacked) throws IOException {
        try (var folders = Files.list(unpacked)) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new DemonstrationRefused("Keycloak manque dans " + unpacked));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void installTheme(Path installation, Path realm, Path log) throws IOException {
        var script = new ProcessBuilder("sh", realm.resolve("install-theme").toString(), installation.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (script.waitFor() != 0) {
                throw new DemonstrationRefused("Le thème de Keycloak ne s’installe pas ; voir " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitUntilItAnswers(Path log) {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var question = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            while (process.isAlive() && System.nanoTime() < end) {
                if (answers(client, question)) {
                    return;
                }
                Thread.sleep(250);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new DemonstrationRefused("Keycloak ne démarre pas ; voir " + log);
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
