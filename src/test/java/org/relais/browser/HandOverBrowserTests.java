package org.relais.browser;

import java.time.Clock;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.detox.HandOverRounds;
import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A hand-over in real browsers, by keyboard: given by one nurse, received by another, read by a physician. */
@BrowserTest
class HandOverBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    WatchedBeds wards;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Place here;
    Member receiver;

    @BeforeEach
    void open() {
        here = house.openAt(HandOverRounds.BEFORE_EVENING, clock).here();
        receiver = house.another(here, Role.NURSE);
        wards.watched(here, "Rémi", here.beds().get(0), "ALC_IN", Substance.ALCOHOL, 10);
        wards.watched(here, "Jeanne", here.beds().get(1), "OPI_IN", Substance.HEROIN, 10);
    }

    @Test
    void a_nurse_gives_another_receives_in_a_second_browser_and_a_physician_reads() {
        var physician = Visitor.signIn(BROWSER.open(), port, here.member(Role.PHYSICIAN));
        physician.open("ward/" + here.ward() + "?hand-over");
        assertThat(physician.page().locator(".relais-hand-over")).containsText("0 sur 2 relues");

        var giver =
                Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE)).page();
        openPanel(giver);
        head(giver, "Rémi Castellane");
        clean(giver);
        // From the head of the page the sentence is reached with the Tab key alone
        tabTo(giver, "textarea");
        giver.keyboard().type("Inquiet pour sa fille. N non.");
        assertThat(giver.locator(".relais-draft-line")).containsText("Brouillon enregistré");
        assertThat(giver.locator(".relais-hand-over")).containsText("0 sur 2 relues");
        tabTo(giver, ".relais-hand-over-read");
        giver.keyboard().press("Enter");
        head(giver, "Jeanne Castellane");
        giver.keyboard().press("n");
        assertThat(giver.locator(".relais-hand-over")).containsText("2 sur 2 relues");
        tabTo(giver, ".relais-hand-over-sign");
        giver.keyboard().press("Enter");
        confirm(giver, "Signer la relève");
        assertThat(giver.locator(".relais-hand-over-signatures")).containsText("Pas encore reçue");
        assertThat(physician.page().locator(".relais-hand-over-signatures")).containsText("Donnée par");

        var next = Visitor.signIn(BROWSER.open(), port, receiver).page();
        openPanel(next);
        head(next, "Rémi Castellane");
        assertThat(next.locator(".relais-hand-over")).containsText("Inquiet pour sa fille. N non.");
        next.keyboard().press("n");
        head(next, "Jeanne Castellane");
        next.keyboard().press("n");
        assertThat(next.locator(".relais-hand-over")).containsText("2 sur 2 relues");
        tabTo(next, ".relais-hand-over-sign");
        next.keyboard().press("Enter");
        confirm(next, "Signer la réception");
        assertThat(next.locator(".relais-hand-over-signatures")).containsText("Reçue par");
        assertThat(giver.locator(".relais-hand-over-signatures")).containsText("Reçue par");
        assertThat(physician.page().locator(".relais-hand-over-signatures")).containsText("Reçue par");
        assertThat(physician.page().locator(".relais-hand-over-sign")).hasCount(0);
    }

    @Test
    void what_was_typed_is_there_after_the_page_is_loaded_anew_and_the_sheet_is_one_page() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("ward/" + here.ward() + "?hand-over");
        var page = nurse.page();
        page.locator(".relais-hand-over textarea").fill("Veut appeler sa mère.");
        assertThat(page.locator(".relais-draft-line")).containsText("Brouillon enregistré");
        page.reload();
        assertThat(page.locator(".relais-hand-over textarea")).hasValue("Veut appeler sa mère.");
        nurse.open("ward/" + here.ward() + "/hand-over");
        assertThat(page.locator(".relais-sheet tbody tr")).hasCount(2);
        clean(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".relais-sheet")).isVisible();
        assertThat(page.locator(".relais-page-header")).isHidden();
    }

    private void openPanel(Page page) {
        page.navigate("http://localhost:" + port + "/ward/" + here.ward());
        assertThat(page.locator(".relais-ward-card")).hasCount(2);
        tabTo(page, "[aria-expanded='false']:has-text('Relève')");
        page.keyboard().press("Enter");
    }

    private static void head(Page page, String name) {
        assertThat(page.locator(".relais-hand-over h3")).hasText(name);
        assertThat(page.locator(".relais-hand-over h3")).isFocused();
    }

    private static void tabTo(Page page, String wanted) {
        for (var presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if (page.locator(wanted + ":focus, " + wanted + ":has(:focus)").count() > 0) {
                return;
            }
        }
        throw new AssertionError("Never reached with Tab: " + wanted);
    }

    private static void confirm(Page page, String verb) {
        var button = page.locator(
                        "vaadin-dialog vaadin-button[theme~='primary'], vaadin-dialog-overlay vaadin-button[theme~='primary']")
                .last();
        assertThat(button).containsText(verb);
        for (var presses = 0; presses < 10; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) button.evaluate("button => button.matches(':focus') || button.hasAttribute('focused')")) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The button is not reached by keyboard: " + verb);
    }

    private static void clean(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }
}
