package org.relais.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.detox.Substance;
import org.relais.detox.WatchedBeds;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The beds of a ward in a real browser, as two colleagues see them, and as a screen on the wall does. */
@BrowserTest
class BedsBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    WatchedBeds wards;

    @Autowired
    Admissions admissions;

    @Autowired
    StaffSetup staff;

    @LocalServerPort
    int port;

    Place here;

    @BeforeEach
    void open() {
        here = house.open().here();
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    here.member(Role.NURSE).id(),
                    here.centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.now(ZoneId.of("Europe/Paris")),
                    null);
            return null;
        });
    }

    @Test
    void a_bed_is_kept_given_left_and_cleaned_and_a_colleague_sees_each_step_live() {
        admissions.waiting(here, "Orion-83");
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        var physician = Visitor.signIn(BROWSER.open(), port, here.member(Role.PHYSICIAN));
        physician.open("ward");
        var cards = physician.page().locator(".relais-ward-card");
        assertThat(cards).hasCount(2);
        nurse.open("ward");
        press(nurse.page(), "Réserver…, lit 301A");
        nurse.page().locator("vaadin-dialog[opened] vaadin-combo-box input").click();
        nurse.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Orion-83"))
                .click();
        nurse.dialogButton("Réserver").click();
        assertThat(cards.nth(0)).containsText("Admission prévue : Orion-83");
        press(nurse.page(), "Préparer, lit 301A");
        nurse.page().getByLabel("Commencer ensuite la surveillance du sevrage").uncheck();
        nurse.dialogButton("Admettre").click();
        assertThat(cards.nth(0)).containsText("alias");
        assertThat(cards.nth(0)).containsText("Pas de surveillance de sevrage");
        press(nurse.page(), "Changer de lit…");
        nurse.choose("Lit", "301B, Libre");
        nurse.dialogButton("Changer de lit").click();
        assertThat(cards.nth(1)).containsText("Orion-83");
        assertThat(cards.nth(0)).containsText("À nettoyer");
        press(nurse.page(), "Marquer nettoyé, lit 301A");
        assertThat(cards.nth(0)).containsText("Nettoyé et prêt depuis");
        clean(nurse.page());
    }

    @Test
    void a_screen_becomes_a_display_by_a_code_says_when_it_hears_nothing_and_ends_when_it_is_taken_away() {
        wards.watched(here, "Rémi", here.beds().getFirst(), "ALC_IN", Substance.ALCOHOL, 90);
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("ward");
        press(nurse.page(), "Affichage mural");
        press(nurse.page(), "Nouvel affichage");
        nurse.page().getByLabel("Où il se trouve").fill("Couloir");
        nurse.dialogButton("Créer le code").click();
        var code = nurse.page().locator(".relais-wall-code").textContent();

        var device = BROWSER.open();
        var wall = device.newPage();
        wall.navigate("http://localhost:" + port + "/wall");
        wall.getByLabel("Code").fill(code.toLowerCase(java.util.Locale.ROOT));
        wall.locator("button").click();
        var beds = wall.locator(".relais-wall-bed");
        assertThat(beds).hasCount(2);
        // The second day of the withdrawal when midnight lies between its beginning and now
        assertThat(beds.nth(0)).containsText(Pattern.compile("J[12]"));
        assertThat(beds.nth(0)).containsText("Retard");
        assertThat(wall.locator("body")).not().containsText("Rémi");
        assertThat(wall.locator("[data-time]")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
        cleanWithoutStyles(wall);

        nurse.page().keyboard().press("Escape");
        press(nurse.page(), "Fermer…, lit 301B");
        nurse.page().getByLabel("Motif").fill("Sommier cassé");
        nurse.dialogButton("Fermer ce lit").click();
        assertThat(beds.nth(1)).containsText("Fermé");
        assertThat(wall.locator("body")).not().containsText("Sommier");

        device.setOffline(true);
        var lost = wall.locator(".relais-wall-lost");
        assertThat(lost)
                .hasText(
                        Pattern.compile("Plus de contact depuis \\d\\d:\\d\\d"),
                        new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        device.setOffline(false);
        assertThat(lost).hasCount(0);
        wall.reload();
        assertThat(beds).hasCount(2);

        press(nurse.page(), "Affichage mural");
        press(nurse.page(), "Retirer l’affichage Couloir");
        nurse.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Retirer").setExact(true))
                .click();
        assertThat(wall.locator("[role=alert]")).hasText("Cet affichage a été retiré.");
        assertThat(beds).hasCount(0);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    // Reading style sheets anew, as axe does, needs inline styles, which this page does not allow
    private static void cleanWithoutStyles(Page page) {
        page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        var found = page.evaluate("""
                async () => (await axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }))
                  .violations.map((one) => one.id + ' ' + one.nodes.map((node) => node.html).join(', ')).join('; ')""");
        assertThat(found).isEqualTo("");
    }

    private static void clean(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }
}
