package org.relais.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.shared.BedId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The ward in a real browser: a round of four beds by keyboard, the board of a colleague that follows, and axe-core. */
@BrowserTest
class WardBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    WatchedBeds wards;

    @LocalServerPort
    int port;

    Place here;

    @BeforeEach
    void open() {
        here = house.open().here();
        var more = wards.room(here, "302");
        watched("Rémi", here.beds().get(0), 28);
        watched("Jeanne", here.beds().get(1), 26);
        watched("Viktor", more.get(0), 24);
        watched("Fatou", more.get(1), 22);
    }

    @Test
    void a_nurse_makes_a_round_of_four_beds_with_one_key_beyond_the_ratings_and_a_colleague_sees_it_live() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        var physician = Visitor.signIn(BROWSER.open(), port, here.member(Role.PHYSICIAN));
        physician.open("ward");
        var cards = physician.page().locator(".relais-ward-card");
        assertThat(cards).hasCount(4);
        nurse.open("ward");
        nurse.page().locator(".relais-ward-enter").first().click();
        var names = List.of("Rémi", "Jeanne", "Viktor", "Fatou");
        for (var number = 0; number < names.size(); number++) {
            var page = nurse.page();
            assertThat(page.locator("h1")).containsText(names.get(number));
            ready(page);
            rate(page, number);
            page.keyboard().press("Control+Shift+Enter");
            assertThat(cards.nth(number).locator(".relais-ward-total")).hasText(String.valueOf(9 + number));
        }
        assertThat(nurse.page()).hasURL(java.util.regex.Pattern.compile(".*/ward/[0-9a-f-]+$"));
        assertThat(nurse.page().locator(".relais-ward-total")).hasCount(4);
    }

    @Test
    void what_a_nurse_rated_is_there_when_she_comes_back() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("ward");
        nurse.page().locator(".relais-ward-enter").first().click();
        ready(nurse.page());
        nurse.page().keyboard().press("3");
        assertThat(nurse.page().locator(".relais-draft-line")).containsText("Brouillon enregistré");
        nurse.page().keyboard().press("Escape");
        assertThat(nurse.page().locator(".relais-ward-card").first()).isVisible();
        nurse.page().locator(".relais-ward-enter").first().click();
        assertThat(nurse.page().locator(".relais-score-words").first()).containsText("1 items sur 10");
    }

    @Test
    void vital_signs_are_typed_below_the_score_and_signed_with_it() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("ward");
        nurse.page().locator(".relais-ward-enter").first().click();
        var page = nurse.page();
        ready(page);
        assertThat(page.locator(".relais-advice")).containsText("Prochain score selon le résultat");
        rate(page, 1);
        assertThat(page.locator(".relais-advice")).containsText("Prochain score dans 2 h");
        assertThat(page.locator(".relais-advice")).containsText("CIWA-Ar sévère : à partir de 15");
        for (var typed : List.of("14", "80", "400")) {
            page.keyboard().press("Tab");
            page.keyboard().type(typed);
        }
        page.keyboard().press("Control+Shift+Enter");
        assertThat(page.locator(".relais-vital-beside vaadin-text-field[invalid]"))
                .hasCount(3);
        assertThat(page.locator("h1")).containsText("Rémi");
        page.getByLabel("Pression systolique").fill("148");
        page.getByLabel("Pouls").fill("104");
        page.keyboard().press("Control+Shift+Enter");
        assertThat(page.locator("h1")).containsText("Jeanne");
        page.keyboard().press("Escape");
        assertThat(page.locator(".relais-ward-total").first()).hasText("10");
    }

    @Test
    void axe_finds_nothing_on_the_board_and_the_round() {
        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
            nurse.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            nurse.open("ward");
            assertThat(nurse.page().locator(".relais-ward-card")).hasCount(4);
            nurse.page()
                    .locator(".relais-ward-card footer vaadin-button")
                    .first()
                    .click();
            assertThat(nurse.page().locator(".relais-ward-panel")).isVisible();
            clean(nurse.page());
            nurse.page().locator(".relais-ward-enter").first().click();
            assertThat(nurse.page().locator("relais-scale").first()).isVisible();
            clean(nurse.page());
        }
    }

    private void watched(String name, BedId bed, int minutes) {
        wards.watched(here, name, bed, "ALC_IN", Substance.ALCOHOL, minutes);
    }

    /** Waits until a digit would rate the first item. */
    private static void ready(Page page) {
        page.waitForFunction("() => document.activeElement?.closest('relais-scale')?.getAttribute('number') === '1'");
    }

    /** Ten digits, of which the first eight are 1, the ninth more by bed. */
    private static void rate(Page page, int bed) {
        for (var item = 0; item < 8; item++) {
            page.keyboard().press("1");
        }
        page.keyboard().press(String.valueOf(1 + bed));
        page.keyboard().press("0");
        assertThat(page.locator(".relais-score-total").first()).hasText(String.valueOf(9 + bed));
    }

    private static void clean(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }
}
