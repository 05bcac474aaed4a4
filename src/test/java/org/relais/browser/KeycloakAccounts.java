package org.relais.browser;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.relais.demo.EmbeddedKeycloak;
import org.relais.support.House.Member;

/** Gives members of a test's house an account in the realm, as an administrator of Keycloak does. */
final class KeycloakAccounts {

    static final String PASSWORD = "failover-of-two-nodes";

    private final JsonMapper json = new JsonMapper();
    private final EmbeddedKeycloak keycloak;

    KeycloakAccounts(EmbeddedKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    void add(Member member, String role) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var token = token(client);
            send(
                    client,
                    token,
                    "users",
                    Map.of(
                            "username",
                            member.username(),
                            "enabled",
                            true,
                            "firstName",
                            "Given",
                            "lastName",
                            "Family",
                            "email",
                            "member@relais.invalid",
                            "emailVerified",
                            true,
                            "credentials",
                            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
            var user = json.readTree(get(client, token, "users?exact=true&username=" + encoded(member.username())))
                    .get(0)
                    .get("id")
                    .asString();
            send(
                    client,
                    token,
                    "users/" + user + "/role-mappings/realm",
                    List.of(json.readTree(get(client, token, "roles/" + role))));
        }
    }

    private String token(HttpClient client) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=administrator&password="
                + encoded(keycloak.administratorPassword());
        var question = HttpRequest.newBuilder(
                        keycloak.address().resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return json.readTree(answered(client, question)).get("access_token").asString();
    }

    private void send(HttpClient client, String token, String path, Object body)
            throws IOException, InterruptedException {
        answered(
                client,
                question(token, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build());
    }

    private String get(HttpClient client, String token, String path) throws IOException, InterruptedException {
        return answered(client, question(token, path).build());
    }

    private HttpRequest.Builder question(String token, String path) {
        return HttpRequest.newBuilder(URI.create(keycloak.address() + "/admin/realms/relais/" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String answered(HttpClient client, HttpRequest question) throws IOException, InterruptedException {
        var answer = client.send(question, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(question.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
