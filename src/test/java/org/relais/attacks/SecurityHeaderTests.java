package org.relais.attacks;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.Screen;
import org.relais.support.Wire;

import static org.assertj.core.api.Assertions.assertThat;

/** What every answer tells the browser besides its content, read from the wire. */
@AttackTest
class SecurityHeaderTests {

    @Autowired
    House house;

    @LocalServerPort
    int port;

    @Test
    void a_page_runs_only_what_carries_its_nonce_and_is_kept_nowhere() {
        var visitor = new Wire(port);
        var page = visitor.get("/login");
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .matches("default-src 'none'; script-src 'nonce-[\\w-]{24}' 'strict-dynamic' 'unsafe-eval'; "
                        + "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
                        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
                        + "frame-ancestors 'none'");
        var nonce = policy.replaceFirst(".*'nonce-([\\w-]+)'.*", "$1");
        assertThat(page.body().split("<script", -1).length - 1)
                .isPositive()
                .isEqualTo(page.body().split("<script[^>]* nonce=\"" + nonce + "\"", -1).length - 1);
        assertThat(page.body()).doesNotContain(" style=\"").doesNotContainPattern("\\son[a-z]+=\"");
        assertThat(visitor.get("/login").headers().firstValue("Content-Security-Policy"))
                .isPresent()
                .get()
                .asString()
                .doesNotContain(nonce);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        common(page.headers());
    }

    @Test
    void what_is_said_to_a_screen_is_kept_nowhere_and_a_file_may_be_kept() {
        var nurse = Wire.signedIn(port, house.open().here().member(Role.NURSE));
        var screen = Screen.open(nurse, Bench.PATH);
        var said = screen.say(Screen.event(Bench.last().node("open"), "click"));
        assertThat(said.headers().allValues("Cache-Control").toString()).contains("no-store");
        common(said.headers());
        var file = nurse.get("/styles/relais.css");
        assertThat(file.headers().allValues("Cache-Control")).containsExactly("max-age=3600");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'");
        common(file.headers());
    }

    @Test
    void the_portal_behind_tls_says_that_it_is_always_behind_tls() {
        var answer = new Wire(port)
                .send(
                        "/login",
                        request -> request.header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-Host", "relais.example"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=31536000");
    }

    @Test
    void the_cookie_of_the_session_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(new Wire(port)
                        .get("/login")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .startsWith("JSESSIONID=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void in_production_the_cookie_belongs_to_one_host_and_to_tls() throws IOException {
        var production = new Properties();
        try (var file = new InputStreamReader(
                SecurityHeaderTests.class.getResourceAsStream("/application.properties"), StandardCharsets.UTF_8)) {
            production.load(file);
        }
        assertThat(production)
                .containsEntry("server.servlet.session.cookie.name", "__Host-JSESSIONID")
                .containsEntry("server.servlet.session.cookie.secure", "true")
                .containsEntry("server.servlet.session.cookie.path", "/")
                .containsEntry("server.servlet.session.tracking-modes", "cookie")
                .doesNotContainKey("server.servlet.session.cookie.domain");
    }

    private static void common(HttpHeaders headers) {
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()", "microphone=()");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }
}
