package org.relais.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The real proxy with the real configuration, in front of two nodes that say what reached them. */
class ProxyTests {

    private static final String COOKIE = "__Host-relais-node";

    @TempDir
    static Path folder;

    EchoNode a;
    EchoNode b;
    EchoNode identity;
    Proxy proxy;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        a = EchoNode.start("a");
        b = EchoNode.start("b");
        identity = EchoNode.start("identity");
        proxy = Proxy.start(
                folder,
                new Proxy.Behind(
                        a.port(), a.healthPort(), b.port(), b.healthPort(), identity.port(), identity.healthPort()));
    }

    @AfterEach
    void stop() {
        proxy.close();
        a.close();
        b.close();
        identity.close();
    }

    @Test
    void its_configuration_is_valid_without_a_warning() throws Exception {
        var checked = Proxy.check(folder);
        assertThat(checked.said()).doesNotContainIgnoringCase("warning").doesNotContainIgnoringCase("alert");
        assertThat(checked.code()).isZero();
    }

    @Test
    void a_browser_stays_at_its_node() throws IOException {
        var first = proxy.get("/people");
        var cookie = cookie(first);
        for (var again = 0; again < 10; again++) {
            assertThat(node(proxy.get("/people", "Cookie: " + cookie))).isEqualTo(node(first));
        }
    }

    @Test
    void strangers_are_spread_over_both_nodes() throws IOException {
        assertThat(java.util.stream.Stream.generate(() -> node("/")).limit(20).distinct())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void the_node_cookie_is_for_this_host_over_tls_and_out_of_reach_of_scripts() throws IOException {
        var cookie = proxy.get("/").header("set-cookie").getFirst();
        assertThat(cookie)
                .startsWith(COOKIE + "=")
                .contains("path=/", "HttpOnly", "Secure", "SameSite=Lax")
                .doesNotContainIgnoringCase("domain=");
    }

    @Test
    void a_browser_whose_node_refuses_connections_is_answered_by_the_other_at_once() throws IOException {
        var first = proxy.get("/people");
        var other = node(first).equals("a") ? "b" : "a";
        (other.equals("b") ? a : b).close();

        var answer = proxy.get("/people", "Cookie: " + cookie(first));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(node(answer)).isEqualTo(other);
        assertThat(cookie(answer)).isEqualTo(COOKIE + "=" + other);
    }

    @Test
    void a_node_that_says_it_is_not_ready_gets_nobody_any_more() throws IOException {
        var first = proxy.await("/", answer -> node(answer).equals("a"));
        a.ready(false);
        var cookie = "Cookie: " + cookie(first);
        var answer = first;
        for (var end = System.nanoTime() + 15_000_000_000L; node(answer).equals("a") && System.nanoTime() < end; ) {
            answer = proxy.get("/", cookie);
        }
        assertThat(node(answer)).isEqualTo("b");
        assertThat(java.util.stream.Stream.generate(() -> node("/")).limit(10).distinct())
                .containsExactly("b");
    }

    @Test
    void who_the_client_is_cannot_be_claimed_by_the_client() throws IOException {
        var seen = proxy.get(
                        "/people",
                        "X-Forwarded-For: 203.0.113.9",
                        "x-forwarded-for: 203.0.113.10",
                        "X-Forwarded-Proto: http",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Port: 1",
                        "X-Forwarded-Prefix: /evil",
                        "X-Forwarded-Ssl: off",
                        "Forwarded: for=203.0.113.11;host=evil.example",
                        "X-Real-IP: 203.0.113.12",
                        "True-Client-IP: 203.0.113.13",
                        "X-Original-URL: /actuator",
                        "X-Rewrite-URL: /actuator",
                        "X-Request-Id: evil-request",
                        "Proxy: http://evil.example")
                .body()
                .toLowerCase(java.util.Locale.ROOT);
        assertThat(seen)
                .contains("x-forwarded-for: 127.0.0.1\n", "x-forwarded-proto: https\n")
                .contains("x-forwarded-host: " + Proxy.PORTAL + ":" + proxy.secure() + "\n")
                .contains("x-forwarded-port: " + proxy.secure() + "\n")
                .doesNotContain("203.0.113", "evil", "/actuator", "x-forwarded-ssl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/health",
                "/actuator/prometheus",
                "/ACTUATOR/env",
                "/%61ctuator/heapdump",
                "/%2561ctuator",
                "//actuator/health",
                "/./actuator/health",
                "/people/../actuator/health",
                "/people/..;/actuator/health",
                "/%2e/actuator/health",
                "/%2factuator/health",
                "/actuator;a=b/health",
                "/actuator.json",
                "/actuator%2fhealth",
                "\\actuator",
            })
    void operation_is_not_reachable_from_outside_however_it_is_spelt(String path) throws IOException {
        var answer = proxy.get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("node: ");
    }

    @Test
    void a_name_that_is_not_ours_is_not_answered() throws IOException {
        assertThat(proxy.send("evil.example", "/").body()).doesNotContain("node: ");
        assertThat(proxy.send("evil.example", "/").status()).isEqualTo(404);
        assertThat(proxy.plainly("evil.example", "/").header("location")).isEmpty();
    }

    @Test
    void of_the_identity_provider_only_the_sign_in_is_reachable() throws IOException {
        assertThat(proxy.send(Proxy.IDENTITY, "/realms/relais/protocol/openid-connect/auth")
                        .body())
                .contains("node: identity");
        assertThat(proxy.send(Proxy.IDENTITY, "/resources/abc/login/relais/style.css")
                        .body())
                .contains("node: identity");
        for (var closed : new String[] {
            "/", "/admin/", "/admin/master/console/", "/realms/master/", "/metrics", "/health", "/realms/%72elais2/x"
        }) {
            assertThat(proxy.send(Proxy.IDENTITY, closed).status()).isEqualTo(404);
        }
        assertThat(proxy.get("/realms/relais/").body()).contains("node: ").doesNotContain("node: identity");
    }

    @Test
    void without_tls_there_is_only_the_way_to_tls() throws IOException {
        var answer = proxy.plainly(Proxy.PORTAL, "/people?x=1");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("location").getFirst())
                .startsWith("https://" + Proxy.PORTAL)
                .endsWith("/people?x=1");
        assertThat(answer.body()).doesNotContain("node: ");
    }

    @Test
    void every_answer_asks_for_tls_and_names_no_product() throws IOException {
        for (var answer : new Answer[] {proxy.get("/"), proxy.get("/actuator")}) {
            assertThat(answer.header("strict-transport-security")).containsExactly("max-age=31536000");
            assertThat(answer.header("server")).isEmpty();
            assertThat(answer.body()).doesNotContainIgnoringCase("haproxy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language: fr-CH, fr;q=0.9, en;q=0.8 | fr",
                "Accept-Language: sv-SE,sv;q=0.9,en;q=0.5 | sv",
                "Accept-Language: en-GB | en",
                "Accept-Language: fi | fr",
                "X-None: none | fr",
                "Cookie: relais-language=sv | sv",
                "Cookie: relais-language=\"><script> | fr",
            })
    void with_all_nodes_gone_the_page_speaks_the_users_language_and_tries_again(String header, String language)
            throws IOException {
        a.close();
        b.close();
        var answer = proxy.get("/people/1", header);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("content-type")).containsExactly("text/html; charset=utf-8");
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\">", "http-equiv=\"refresh\"")
                .contains("Relais ne répond pas pour le moment")
                .doesNotContain("script", "127.0.0.1", "%[")
                .doesNotContainIgnoringCase("haproxy");
    }

    @Test
    void its_log_names_no_record_and_no_query() throws IOException {
        proxy.get("/people/0199f1c2-aaaa-7bbb-8ccc-123456789abc?q=Castellane");
        proxy.get("/nowhere/../0199f1c2", "Cookie: JSESSIONID=secret");
        proxy.close();
        assertThat(proxy.log()).contains("portal/").doesNotContain("0199f1c2", "Castellane", "JSESSIONID", "secret");
    }

    private String node(String path) {
        try {
            return node(proxy.get(path));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String node(Answer answer) {
        return answer.body().lines().findFirst().orElse("").replace("node: ", "");
    }

    private static String cookie(Answer answer) {
        return answer.header("set-cookie").stream()
                .filter(set -> set.startsWith(COOKIE))
                .map(set -> set.replaceFirst(";.*$", ""))
                .findFirst()
                .orElseThrow();
    }
}
