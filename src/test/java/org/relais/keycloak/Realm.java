package org.relais.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.relais.demo.EmbeddedKeycloak;
import org.relais.support.TestServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The real Keycloak of this run of the tests, started once, and what its administrator does there. */
final class Realm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Long> STEPS = new ConcurrentHashMap<>();

    private static @Nullable Realm instance;

    private final EmbeddedKeycloak server;
    private final int portalPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private Realm(EmbeddedKeycloak server, int portalPort) {
        this.server = server;
        this.portalPort = portalPort;
    }

    static synchronized Realm get() {
        if (instance == null) {
            var port = freePort();
            var base = TestServer.target().getParent();
            var server = start(base, port);
            SpringApplication.getShutdownHandlers().add(server::close);
            instance = new Realm(server, port);
        }
        return instance;
    }

    /** One at a time on this machine: processes of one run share the installation. */
    private static EmbeddedKeycloak start(Path base, int port) {
        try (var channel = FileChannel.open(
                        Files.createDirectories(TestServer.target()).resolve("keycloak.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            return EmbeddedKeycloak.start(
                    Path.of(System.getProperty(
                            "relais.keycloak", base.resolve("target/keycloak").toString())),
                    Path.of(System.getProperty(
                            "relais.realm", base.resolve("docker/keycloak").toString())),
                    URI.create("http://localhost:" + port),
                    TestServer.target().resolve("keycloak.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the portal of the tests has to listen: the realm sends people back there and nowhere else. */
    int portalPort() {
        return portalPort;
    }

    Map<String, Object> properties() {
        return server.properties();
    }

    URI issuer() {
        return server.issuer();
    }

    /** The realm role that stands for one of ours. */
    static String role(org.relais.staff.Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new account with these realm roles. */
    void open(String username, String... roles) {
        var body = Map.of(
                "username",
                username,
                "enabled",
                true,
                "firstName",
                "Given",
                "lastName",
                "Family",
                "email",
                username + "@relais.invalid",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", EmbeddedKeycloak.PASSWORD, "temporary", false)));
        expect(201, send("POST", "/users", body));
        give(username, roles);
    }

    void disable(String username) {
        expect(204, send("PUT", "/users/" + id(username), Map.of("enabled", false)));
    }

    void give(String username, String... roles) {
        expect(204, send("POST", "/users/" + id(username) + "/role-mappings/realm", roles(roles)));
    }

    void take(String username, String... roles) {
        expect(204, send("DELETE", "/users/" + id(username) + "/role-mappings/realm", roles(roles)));
    }

    /** Makes a realm role that Relais does not know. */
    void invent(String role) {
        expect(201, send("POST", "/roles", Map.of("name", role)));
    }

    /** Makes a group that stands at a path. */
    void join(String username, String group) {
        expect(201, send("POST", "/groups", Map.of("name", group)));
        var groups = read(send("GET", "/groups?exact=true&search=" + group, null));
        expect(
                204,
                send(
                        "PUT",
                        "/users/" + id(username) + "/groups/"
                                + groups.get(0).get("id").asString(),
                        Map.of()));
    }

    /** Ends every session of the account from Keycloak's own console. */
    void logOut(String username) {
        expect(204, send("POST", "/users/" + id(username) + "/logout", Map.of()));
    }

    /** How many sessions the account has at Keycloak. */
    int sessions(String username) {
        return read(send("GET", "/users/" + id(username) + "/sessions", null)).size();
    }

    /** Keycloak's machine is there and answers nothing. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    /**
     * A one-time code of the account. Keycloak takes each once, and the one after it already now: whoever signs in more
     * often waits, as at the desk.
     */
    static String code(String username) {
        var step = STEPS.merge(username, step(), (used, now) -> Math.max(used + 1, now));
        try {
            while (step > step() + 1) {
                Thread.sleep(200);
            }
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        return code(step);
    }

    private static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    private static String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("relais-demonstration".getBytes(StandardCharsets.US_ASCII), "RAW"));
            var hash = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = java.nio.ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void signal(String signal) {
        try {
            var kill = new ProcessBuilder(
                            "kill", signal, Long.toString(server.process().pid()))
                    .start();
            assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Map<String, Object>> roles(String... names) {
        return List.of(names).stream()
                .map(name -> read(send("GET", "/roles/" + name.replace(":", "%3A"), null)))
                .map(role -> Map.<String, Object>of(
                        "id",
                        role.get("id").asString(),
                        "name",
                        role.get("name").asString()))
                .toList();
    }

    private String id(String username) {
        var found = read(send("GET", "/users?exact=true&username=" + username, null));
        assertThat(found.size()).as(username).isEqualTo(1);
        return found.get(0).get("id").asString();
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(server.address().resolve("/admin/realms/relais" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return exchange(request);
    }

    private String token() {
        var form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "administrator",
                        "password",
                        server.administratorPassword())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        var answer = exchange(
                HttpRequest.newBuilder(server.address().resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build());
        return read(answer).get("access_token").asString();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
