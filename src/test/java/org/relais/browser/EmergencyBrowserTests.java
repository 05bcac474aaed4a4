package org.relais.browser;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.shell.RelaisTranslations;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Emergency access at the browsers of who asks and who reviews, and its end whatever clock and line the browser has. */
@BrowserTest
class EmergencyBrowserTests {

    private static final String NAME = "Rémi Castellane";
    private static final String EXPLANATION = "Found unconscious in the street";
    private static final ContainsTextOptions WITHIN_TWO_SECONDS = new ContainsTextOptions().setTimeout(3_000);

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    RelaisTranslations texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Opened opened;
    PersonId person;
    Locale language = Locale.FRENCH;

    @BeforeEach
    void admit() {
        opened = house.open();
        person = admissions.admitted(opened.here(), "Rémi", "Castellane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "sv"})
    void from_the_request_to_the_review(String spoken) {
        var coordinator = signIn(opened.here(), Role.COORDINATOR, spoken);
        var nurse = signIn(opened.elsewhere(), Role.NURSE, spoken);
        nurse.open("people/" + person);
        assertThat(nurse.page().locator("main")).not().containsText(NAME);
        button(nurse, "emergency.open").click();
        nurse.choose(say("emergency.reason"), say("access.emergency.reason.unconscious"));
        // Refused first: the words are missing, and what was chosen stays
        begin(nurse, 30).click();
        var dialog = nurse.page().locator("vaadin-dialog[opened]");
        assertThat(dialog).containsText(say("access.emergency.error.explanation", 20));
        assertThat(dialog).containsText(say("access.emergency.reason.unconscious"));
        dialog.locator("textarea").fill(EXPLANATION);
        begin(nurse, 30).dblclick();
        assertThat(nurse.strip()).hasText(NAME);
        assertThat(banner(nurse)).containsText(say("emergency.bar.title", NAME));
        assertThat(digits(nurse)).hasText(Pattern.compile("^(30:00|29:5\\d)$"));
        assertThat(accesses()).isEqualTo(1);

        // Told without a reload, by name, because the person is of this coordinator's centre
        var told = coordinator.page().locator(".relais-notices");
        assertThat(told).containsText(NAME, WITHIN_TWO_SECONDS);
        var second = nurse.secondTab();
        second.openRecord(person);
        assertThat(banner(second)).containsText(NAME);

        banner(nurse).getByText(say("emergency.bar.end")).click();
        for (var tab : new Visitor[] {nurse, second}) {
            assertThat(tab.page().locator(".relais-emergency-bars")).containsText(say("emergency.ended"));
            assertThat(tab.page().locator("body")).not().containsText(NAME);
        }

        told.getByText(say("emergency.notice.open")).click();
        button(coordinator, "emergency.review.open.of").click();
        assertThat(coordinator.page().locator("vaadin-dialog[opened]")).containsText(say("access.section.record"));
        coordinator.page().getByText(say("access.verdict.justified")).first().click();
        coordinator.page().locator("vaadin-dialog[opened] textarea").fill("The call to the ambulance is confirmed");
        button(coordinator, "emergency.review.save").click();
        assertThat(coordinator.page().locator("main")).containsText(say("emergency.reviews.empty"));
        assertThat(nurse.page().locator(".relais-notices"))
                .containsText(
                        say("access.notice.emergency-reviewed", "Given " + family(opened.here())), WITHIN_TWO_SECONDS);
    }

    @Test
    void by_keyboard_alone() {
        var nurse = signIn(opened.elsewhere(), Role.NURSE, "fr");
        var page = nurse.page();
        nurse.open("people/" + person);
        assertThat(page.locator("main h1")).isVisible();
        tabTo(page, say("emergency.open"));
        page.keyboard().press("Enter");
        var reasons = page.locator(
                "vaadin-dialog[opened] vaadin-select [role=button]:focus, vaadin-select-value-button:focus");
        assertThat(reasons).hasCount(1);
        // Escape leaves, and the way back in is where it was
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        tabTo(page, say("emergency.open"));
        page.keyboard().press("Enter");
        assertThat(reasons).hasCount(1);
        page.keyboard().press("Enter");
        // The list opens and closes in its own time; a key that comes earlier goes elsewhere
        assertThat(page.locator("vaadin-select-item:focus")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-select[opened]")).hasCount(0);
        assertThat(reasons).hasCount(1);
        page.keyboard().press("Tab");
        assertThat(page.locator("vaadin-dialog[opened] textarea:focus")).hasCount(1);
        page.keyboard().type(EXPLANATION);
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowRight");
        // The server names the button anew; the keys would go round meanwhile
        assertThat(page.getByText(say("emergency.begin", 60))).isVisible();
        tabTo(page, say("emergency.begin", 60));
        page.keyboard().press("Enter");
        assertThat(nurse.strip()).hasText(NAME);
        assertThat(digits(nurse)).hasText(Pattern.compile("^(60:00|59:5\\d)$"));
        tabTo(page, say("emergency.bar.end"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".relais-emergency-bars")).containsText(say("emergency.ended"));
        assertThat(nurse.strip()).hasCount(0);
    }

    @Test
    void when_the_time_is_over_the_record_is_left_by_itself() {
        var nurse = withTheRecordOpen();
        endIn(Duration.ofSeconds(4));
        nurse.page().reload();
        assertThat(digits(nurse)).hasText(Pattern.compile("^0:0\\d$"));
        assertThat(nurse.page().locator(".relais-emergency-bars")).containsText(say("emergency.ended"));
        assertThat(nurse.page().locator("body")).not().containsText(NAME);
        nurse.back();
        assertThat(nurse.page().locator("body")).not().containsText(NAME);
    }

    @Test
    void without_a_connection_the_record_is_hidden_all_the_same() {
        var nurse = withTheRecordOpen();
        endIn(Duration.ofSeconds(5));
        nurse.page().reload();
        assertThat(nurse.strip()).isVisible();
        // Nothing reaches the server and nothing comes from it
        nurse.page().context().setOffline(true);
        assertThat(nurse.page().locator("html[data-time-over]")).hasCount(1);
        assertThat(nurse.strip()).isHidden();
        assertThat((String) nurse.page().evaluate("() => document.body.innerText + document.title"))
                .doesNotContain("Castellane");
        nurse.page().context().setOffline(false);
    }

    @Test
    void a_browser_whose_clock_runs_ahead_closes_nothing() {
        var nurse = withTheRecordOpen();
        nurse.page().evaluate("""
                () => {
                  document.querySelector('relais-time-left')
                    .addEventListener('relais-ended', () => { window.ended = true });
                  document.documentElement.dataset.clockOffset = String(31 * 60_000);
                }""");
        nurse.page().waitForFunction("() => window.ended");
        assertThat(nurse.page().locator("html:not([data-time-over])")).hasCount(1);
        assertThat(nurse.strip()).isVisible();
        assertThat(digits(nurse)).hasText(Pattern.compile("^(30:00|29:\\d\\d)$"));
    }

    private Visitor withTheRecordOpen() {
        var nurse = signIn(opened.elsewhere(), Role.NURSE, "fr");
        open(nurse);
        return nurse;
    }

    private void open(Visitor nurse) {
        nurse.open("people/" + person);
        button(nurse, "emergency.open").click();
        nurse.choose(say("emergency.reason"), say("access.emergency.reason.overdose"));
        nurse.page().locator("vaadin-dialog[opened] textarea").fill(EXPLANATION);
        begin(nurse, 30).click();
        assertThat(nurse.strip()).hasText(NAME);
    }

    private Visitor signIn(House.Place place, Role role, String spoken) {
        return signIn(Visitor.signIn(BROWSER.open(), port, place.member(role)), spoken);
    }

    private Visitor signIn(Visitor visitor, String spoken) {
        language = Locale.of(spoken);
        if (!spoken.equals("fr")) {
            visitor.speak(spoken);
        }
        return visitor;
    }

    private Locator button(Visitor visitor, String key) {
        var words = say(key, "").strip();
        return visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    private Locator begin(Visitor visitor, int minutes) {
        return visitor.dialogButton(say("emergency.begin", minutes));
    }

    private static Locator banner(Visitor visitor) {
        return visitor.page().locator(".relais-emergency-bar");
    }

    private static Locator digits(Visitor visitor) {
        return visitor.page().locator("relais-time-left .relais-numeric");
    }

    private String say(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    private static String family(House.Place place) {
        var username = place.member(Role.COORDINATOR).username();
        return "Family " + username.substring(username.indexOf('.') + 1);
    }

    private static void tabTo(Page page, String words) {
        for (var presses = 0; presses < 80; presses++) {
            if (words.equals(page.evaluate("() => document.activeElement?.textContent.trim()"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached with the Tab key: " + words);
    }

    private void endIn(Duration time) {
        jdbc.sql("UPDATE access_emergency SET ends_at = ? WHERE person_id = ?")
                .param(Utc.column(clock.instant().plus(time)))
                .param(person.value())
                .update();
    }

    private int accesses() {
        return jdbc.sql("SELECT COUNT(*) FROM access_emergency WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }
}
