package org.relais.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.escalation.EscalationRoutes;
import org.relais.escalation.Wards;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An alarm that a nurse's rating raises, answered by a physician at another browser. */
@BrowserTest
class EscalationBrowserTests {

    /** An alarm in an open window appears within a second; the rest is for a busy machine. */
    private static final ContainsTextOptions LIVE = new ContainsTextOptions().setTimeout(3_000);

    private static final HasCountOptions GONE = new HasCountOptions().setTimeout(3_000);

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Wards wards;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;

    @BeforeEach
    void admit() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        wards.give(here, Role.PHYSICIAN, StaffFunction.ON_CALL);
    }

    @Test
    void a_nurse_rates_and_the_physician_is_there_within_a_second_and_answers() {
        var physician = Visitor.signIn(BROWSER.open(), port, here.member(Role.PHYSICIAN));
        physician.open(EscalationRoutes.LIST);
        assertThat(physician.page().locator(".relais-empty")).containsText("Aucune alarme ouverte");
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.openRecord(person);

        // Tremor 7, sweats 7 and anxiety 6 of ten ratings: a total of 20
        rate(nurse, "0", "7", "7", "6", "0", "0", "0", "0", "0", "0");
        assertThat(alarms(nurse).first()).containsText("CIWA-Ar très élevé : CIWA-Ar 20", LIVE);
        assertThat(alarms(nurse)).hasCount(2);
        assertThat(alarms(physician).first()).containsText("CIWA-Ar très élevé", LIVE);
        assertThat(alarms(physician).first()).containsText("Rémi Castellane");
        assertThat(alarms(physician).first().locator("relais-due")).containsText("min");

        press(alarms(physician).first(), "Je m’en charge");
        assertThat(alarms(nurse).first()).containsText("Prise en charge par", LIVE);
        assertThat(alarms(nurse).first().getByText("Clore")).isVisible();

        physician.page().getByText("Rémi Castellane").first().click();
        press(alarms(physician).first(), "Clore");
        assertThat(physician.page().locator("vaadin-dialog[opened] textarea")).isFocused();
        physician.page().keyboard().type("Vu au chevet, diazépam selon la prescription.");
        physician.dialogButton("Clore").click();
        assertThat(alarms(nurse)).hasCount(1, GONE);
        assertThat(nurse.entries().first()).containsText("Vu au chevet", LIVE);
    }

    @Test
    void a_seizure_is_recorded_with_the_keyboard_alone() {
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("people/" + person + "/" + EscalationRoutes.SECTION);
        var record = nurse.page().locator("vaadin-button").getByText("Consigner un événement");
        record.focus();
        nurse.page().keyboard().press("Enter");
        assertThat(nurse.page().locator("vaadin-dialog[opened] vaadin-combo-box input"))
                .isFocused();
        nurse.page().keyboard().press("Escape");
        assertThat(nurse.page().locator("vaadin-dialog[opened]")).hasCount(0);
        record.focus();
        nurse.page().keyboard().press("Enter");
        assertThat(nurse.page().locator("vaadin-dialog[opened] vaadin-combo-box input"))
                .isFocused();
        nurse.page().keyboard().press("ArrowDown");
        assertThat(nurse.page().locator("vaadin-combo-box-item:visible").first())
                .hasText("Crise convulsive");
        nurse.page().keyboard().press("ArrowDown");
        nurse.page().keyboard().press("Enter");
        assertThat(nurse.page().locator("vaadin-dialog[opened] vaadin-combo-box input"))
                .hasValue("Crise convulsive");
        nurse.dialogButton("Consigner").press("Enter");
        assertThat(nurse.page().locator(".relais-alarms .relais-alarm")).containsText("Crise convulsive", LIVE);
        assertThat(nurse.page().locator(".relais-alarms .relais-alarm")).containsText("Appel d’urgence");
    }

    private static void rate(Visitor nurse, String... values) {
        nurse.compose("Score de sevrage");
        var items = nurse.page().locator("relais-scale");
        items.first().locator("[role=radio]").first().waitFor();
        items.first().locator("[role=radio]").first().focus();
        for (var item = 0; item < values.length; item++) {
            nurse.page().keyboard().press(values[item]);
            assertThat(items.nth(item)).hasAttribute("rated", "");
        }
        nurse.page().keyboard().press("Control+Enter");
        nurse.awaitSigned();
    }

    private static Locator alarms(Visitor visitor) {
        return visitor.page().locator(".relais-alarm");
    }

    private static void press(Locator within, String text) {
        within.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .click();
    }
}
