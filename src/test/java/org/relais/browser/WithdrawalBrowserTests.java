package org.relais.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import org.relais.detox.VisitingPeople;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An outpatient withdrawal in a real browser: a visit, and the physician it calls. */
@BrowserTest
@Import(VisitingPeople.class)
class WithdrawalBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    VisitingPeople visiting;

    @LocalServerPort
    int port;

    Place here;

    @BeforeEach
    void open() {
        here = house.open().here();
        visiting.watched(here, "Rémi", 1);
    }

    @Test
    void a_visit_with_a_moderate_result_calls_the_physician_who_says_they_saw_the_person() {
        var physician = Visitor.signIn(BROWSER.open(), port, here.member(Role.PHYSICIAN));
        physician.open("withdrawals");
        var card = physician.page().locator(".relais-visit-card");
        assertThat(card).containsText("Rémi");
        var nurse = Visitor.signIn(BROWSER.open(), port, here.member(Role.NURSE));
        nurse.open("withdrawals");
        nurse.page().locator(".relais-ward-enter").first().click();
        nurse.page()
                .waitForFunction(
                        "() => document.activeElement?.closest('relais-scale')?.getAttribute('number') === '1'");
        for (var item = 0; item < 9; item++) {
            nurse.page().keyboard().press("1");
        }
        nurse.page().keyboard().press("0");
        assertThat(nurse.page().locator(".relais-score-total").first()).hasText("9");
        nurse.page().keyboard().press("Control+Shift+Enter");
        assertThat(card).containsText("Un médecin doit voir la personne aujourd’hui");
        var saw = new Locator.GetByRoleOptions().setName("La personne a été vue…");
        card.getByRole(AriaRole.BUTTON, saw).click();
        physician
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer"))
                .click();
        assertThat(card).not().containsText("Un médecin doit voir la personne aujourd’hui");
        assertThat(card).containsText("Venue aujourd’hui");
    }
}
