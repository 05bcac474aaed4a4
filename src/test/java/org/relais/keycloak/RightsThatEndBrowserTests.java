package org.relais.keycloak;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.browser.BrowserPages;
import org.relais.staff.Role;
import org.relais.support.MovableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What Keycloak takes away is gone here too, within ten seconds and without anybody touching the open window. */
@KeycloakTest
class RightsThatEndBrowserTests {

    /** Ten seconds, and as many again for a busy machine. */
    private static final double SOON_MILLISECONDS = 20_000;

    private static final Duration PROMISED = Duration.ofSeconds(10);

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    Colleagues colleagues;

    @Autowired
    MovableClock clock;

    @AfterEach
    void thaw() {
        Realm.get().thaw();
    }

    @Test
    void a_disabled_account_is_out_although_its_window_stands_idle() {
        var username = colleagues.fresh(Role.NURSE);
        var window = Window.signIn(BROWSER.open(), username);
        window.openRecord(colleagues.person("Ida", "Disabled"));
        window.write("Écrit avant la fermeture du compte");
        Realm.get().disable(username);
        soon(window, "Votre session est fermée");
        window.open("people");
        assertThat(window.keycloakForm()).isVisible();
    }

    @Test
    void a_role_taken_away_ends_the_session() {
        var username = colleagues.fresh(Role.COORDINATOR);
        var window = Window.signIn(BROWSER.open(), username);
        Realm.get().take(username, "coordinator");
        soon(window, "Votre compte ou vos droits ont changé");
    }

    @Test
    void another_role_takes_effect_at_the_next_click() throws InterruptedException {
        var username = colleagues.fresh(Role.NURSE);
        var window = Window.signIn(BROWSER.open(), username);
        var person = colleagues.person("Rolf", "Changed");
        window.openRecord(person);
        Realm.get().give(username, "auditor");
        Realm.get().take(username, "nurse");
        Thread.sleep(PROMISED.plusSeconds(1));
        window.page().locator(".relais-composer-line").click();
        // What the click came to is said, so the form that did not open is not merely late
        assertThat(window.page().locator("vaadin-notification-card")).isVisible();
        assertThat(window.page().locator(".relais-note-form")).hasCount(0);
        window.open("people/" + person);
        assertThat(window.page().locator(".relais-error-page")).isVisible();
        assertThat(window.page().locator("body")).not().containsText("Rolf");
    }

    @Test
    void a_session_ended_at_keycloak_ends_here_at_once() {
        var username = colleagues.fresh(Role.NURSE);
        var window = Window.signIn(BROWSER.open(), username);
        Realm.get().logOut(username);
        assertThat(window.notice())
                .containsText("Vous êtes déconnecté", new LocatorAssertions.ContainsTextOptions().setTimeout(3_000));
    }

    @Test
    void without_keycloak_people_who_are_signed_in_work_for_a_quarter_of_an_hour() throws InterruptedException {
        var window = Window.signIn(BROWSER.open(), colleagues.fresh(Role.NURSE));
        var person = colleagues.person("Otto", "Outage");
        Realm.get().freeze();

        // What was known of it two seconds ago counts no longer
        Thread.sleep(Duration.ofSeconds(3));
        var newcomer = new Window(BROWSER.open().newPage());
        newcomer.open("people");
        assertThat(newcomer.notice()).containsText("Le service de connexion ne répond pas");

        // In steps, with somebody there: what ends the session is Keycloak's silence and not an idle screen
        for (var minute = 0; minute < 14; minute += 7) {
            clock.move(Duration.ofMinutes(7));
            touch(window.page());
        }
        window.openRecord(person);
        assertThat(window.page().locator(".relais-record h1")).hasText("Otto Outage");
        touch(window.page());
        clock.move(Duration.ofMinutes(2));
        soon(window, "Le service de connexion ne répond plus depuis trop longtemps");
    }

    @Test
    void a_frozen_keycloak_that_comes_back_is_as_if_nothing_had_happened() throws InterruptedException {
        var window = Window.signIn(BROWSER.open(), colleagues.fresh(Role.NURSE));
        Realm.get().freeze();
        Thread.sleep(Duration.ofSeconds(12));
        Realm.get().thaw();
        Thread.sleep(Duration.ofSeconds(11));
        window.open("people");
        assertThat(window.menu()).isVisible();
    }

    private static void touch(Page page) {
        page.evaluate("() => { const idle = document.querySelector('relais-idle'); idle.reported = 0;"
                + " window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'})) }");
        page.waitForTimeout(500);
    }

    private static void soon(Window window, String words) {
        assertThat(window.notice())
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLISECONDS));
        assertThat(List.of(window.menu().count())).containsOnly(0);
    }
}
