package org.relais.keycloak;

import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

import org.relais.browser.BrowserPages;
import org.relais.demo.EmbeddedKeycloak;
import org.relais.staff.Role;
import org.relais.support.MovableClock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A screen left alone locks (PRI-13), and whoever comes back finds their text and the caret where they were. */
@KeycloakTest
class IdleLockBrowserTests {

    private static final String TEXT = "Nuit calme, tremblements en baisse.";

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    Colleagues colleagues;

    @Autowired
    MovableClock clock;

    @Test
    void after_nine_minutes_it_warns_after_ten_it_locks_and_the_draft_and_the_caret_are_kept() {
        var username = colleagues.fresh(Role.NURSE);
        var browser = BROWSER.open();
        browser.clock().install();
        var window = Window.signIn(browser, username);
        var person = colleagues.person("Lise", "Verrou");
        window.openRecord(person);
        window.write(TEXT);
        var text = window.page().locator(".relais-note-form textarea");
        text.evaluate("field => field.setSelectionRange(4, 9)");

        browser.clock().runFor("08:50");
        assertThat(window.page().locator("relais-idle")).isEmpty();
        browser.clock().runFor("00:20");
        assertThat(window.page().locator("relais-idle")).containsText("L’écran se verrouille dans");
        assertThat(window.menu()).isVisible();
        browser.clock().runFor("00:55");
        assertThat(window.notice()).containsText("Écran verrouillé");
        assertThat(window.page().content()).doesNotContain("Lise", TEXT);
        assertThat(Realm.get().sessions(username)).isZero();

        window.page().getByText("Reprendre").click();
        window.giveName(username, EmbeddedKeycloak.PASSWORD);
        assertThat(window.page().locator(".relais-record h1")).hasText("Lise Verrou");
        assertThat(text).hasValue(TEXT);
        assertThat(text).isFocused();
        browser.clock().runFor("00:02");
        assertThat((Object) text.evaluate("field => [field.selectionStart, field.selectionEnd].join()"))
                .isEqualTo("4,9");
    }

    @Test
    void whoever_comes_back_at_once_does_not_sign_in_to_the_session_that_is_about_to_disappear() {
        var username = colleagues.fresh(Role.NURSE);
        var window = Window.signIn(BROWSER.open(), username);
        var before = session(window.page());
        window.page().evaluate("document.querySelector('relais-idle').lock()");
        var again = window.page().getByText("Reprendre");
        assertThat(again).isVisible();
        assertThat(session(window.page())).isNotEqualTo(before);
        again.click();
        window.giveName(username, EmbeddedKeycloak.PASSWORD);
        assertThat(window.menu()).isVisible();
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    @Test
    void one_key_during_the_warning_and_the_screen_stays() {
        var browser = BROWSER.open();
        browser.clock().install();
        var window = Window.signIn(browser, colleagues.fresh(Role.NURSE));
        browser.clock().runFor("09:30");
        assertThat(window.page().locator("relais-idle")).containsText("Je suis là");
        window.page().keyboard().press("Shift");
        assertThat(window.page().locator("relais-idle")).isEmpty();
        browser.clock().runFor("08:30");
        assertThat(window.menu()).isVisible();
    }

    @Test
    void a_window_left_behind_does_not_lock_the_one_in_use() {
        var browser = BROWSER.open();
        browser.clock().install();
        var behind = Window.signIn(browser, colleagues.fresh(Role.NURSE));
        var used = new Window(browser.newPage());
        used.open("people");
        assertThat(used.menu()).isVisible();
        browser.clock().runFor("06:00");
        used.page().keyboard().press("Shift");
        browser.clock().runFor("06:00");
        assertThat(behind.menu()).isVisible();
        assertThat(used.menu()).isVisible();
    }

    @Test
    void at_a_dispensing_desk_it_locks_after_two_minutes() {
        var browser = BROWSER.open();
        browser.clock().install();
        var username = colleagues.fresh(Role.PSYCHOLOGIST);
        Realm.get().take(username, "psychologist");
        Realm.get().give(username, "coordinator");
        var window = Window.signIn(browser, username);
        browser.clock().runFor("02:10");
        assertThat(window.menu()).isVisible();

        var desk = BROWSER.open();
        desk.clock().install();
        var dispensing = Window.signIn(desk, colleagues.username(Role.DISPENSING_NURSE));
        desk.clock().runFor("01:30");
        assertThat(dispensing.page().locator("relais-idle")).containsText("se verrouille dans");
        desk.clock().runFor("00:40");
        assertThat(dispensing.notice()).containsText("Écran verrouillé");
    }

    @Test
    void the_server_locks_a_window_that_sends_nothing_but_heartbeats() {
        var window = Window.signIn(BROWSER.open(), colleagues.fresh(Role.NURSE));
        window.openRecord(colleagues.person("Heart", "Beat"));
        window.page().evaluate("() => document.querySelector('relais-idle').remove()");
        clock.move(Duration.ofMinutes(9));
        window.page()
                .evaluate("() => fetch('?v-r=heartbeat', {method: 'POST', headers: {'Content-Type': 'text/plain'}})");
        assertThat(window.menu()).isVisible();
        clock.move(Duration.ofMinutes(2));
        assertThat(window.notice())
                .containsText("Écran verrouillé", new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
    }
}
