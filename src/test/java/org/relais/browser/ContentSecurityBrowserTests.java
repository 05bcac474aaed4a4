package org.relais.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal works under its content security policy: that nothing of any screen is stopped is checked after every
 * browser test by {@link BrowserPages}, {@link AccessibilityBrowserTests} opening every screen of every role. Here: the
 * sections of the record it does not open, and that what does not belong is stopped.
 */
@BrowserTest
class ContentSecurityBrowserTests {

    private static final String SLIPPED_IN = "<script>window.ran = 'inline'</script>"
            + "<script src='scripts/relais-pulse.js'></script><script src='https://elsewhere.example/x.js'></script>"
            + "<script nonce='guessed'>window.ran = 'guessed'</script>";

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Writers writers;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;

    @BeforeEach
    void fillTheHouse() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        writers.sign(here, Role.NURSE, person, "record.transmission", "Nuit calme", Visibility.TEAM);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NURSE", "PSYCHOLOGIST", "SOCIAL_WORKER"})
    void no_section_of_the_record_needs_what_the_policy_stops(Role role) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        var page = visitor.page();
        visitor.open("people/" + person);
        assertThat(page.locator("main h1").first()).isVisible();
        for (var address : addresses(page, ".relais-record-sections a")) {
            page.navigate(address);
            assertThat(page.locator("main h1").first()).isVisible();
        }
        assertThat(BROWSER.stopped()).isEmpty();
    }

    @Test
    void what_somebody_slips_into_a_page_does_not_run() {
        var page = BROWSER.open().newPage();
        page.navigate("http://localhost:" + port + "/login");
        assertThat(page.locator("form")).isVisible();
        slipIn(page, "<img src='icons/none.svg' onerror='window.ran = true'>");
        slipIn(page, "<iframe srcdoc='<script>parent.ran = true</script>'></iframe>");
        slipIn(page, "<a id='slipped' href='javascript:window.ran = true'>go</a>");
        page.evaluate("document.getElementById('slipped').click()");
        slipIn(page, "<button id='pressed' onclick='window.ran = true'>press</button>");
        page.evaluate("document.getElementById('pressed').click()");
        slipIn(page, "<img src='https://elsewhere.example/pixel.png'>");
        slipIn(page, "<form id='posts' method='post' action='https://elsewhere.example/'></form>");
        page.evaluate("document.getElementById('posts').submit()");
        page.evaluate("fetch('https://elsewhere.example/').catch(() => {})");
        page.evaluate("new WebSocket('wss://elsewhere.example/')");
        page.waitForTimeout(300);

        assertThat(page.evaluate("'ran' in window")).isEqualTo(false);
        assertThat(BROWSER.stopped())
                .extracting(stop -> stop.substring(0, stop.indexOf(' ')))
                .contains("script-src-attr", "script-src-elem", "img-src", "form-action", "connect-src");
    }

    @Test
    void a_script_that_stands_in_the_page_without_its_nonce_does_not_run() {
        var page = BROWSER.open().newPage();
        page.route("**/login", route -> {
            var answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(answer.status())
                    .setHeaders(Map.of(
                            "content-type",
                            "text/html;charset=utf-8",
                            "content-security-policy",
                            Objects.requireNonNull(answer.headers().get("content-security-policy"))))
                    .setBody(answer.text().replace("</body>", SLIPPED_IN + "</body>")));
        });
        page.navigate("http://localhost:" + port + "/login");
        assertThat(page.locator("form")).isVisible();
        assertThat(page.evaluate("'ran' in window")).isEqualTo(false);
        assertThat(BROWSER.stopped()).hasSize(4).allMatch(stop -> stop.startsWith("script-src-elem"));
    }

    private static void slipIn(Page page, String html) {
        page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", html);
    }

    private static List<String> addresses(Page page, String links) {
        return ((List<?>) page.locator(links).evaluateAll("all => all.filter(one => one.href).map(one => one.href)"))
                .stream().map(String::valueOf).distinct().toList();
    }
}
