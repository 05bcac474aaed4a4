package org.relais.browser;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The auditor's desk where only a browser can show it: the address of a download, and a check that takes its time. */
@BrowserTest
class OversightBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @LocalServerPort
    int port;

    Opened places;

    @BeforeEach
    void open() {
        places = house.open();
    }

    @Test
    void the_address_of_an_export_serves_nobody_else_not_twice_and_not_after_signing_out() {
        var auditor = Visitor.signIn(BROWSER.open(), port, places.here().member(Role.AUDITOR));
        var other = Visitor.signIn(BROWSER.open(), port, places.elsewhere().member(Role.AUDITOR));
        var address = export(auditor);
        assertThat(get(other, address)).doesNotContain("Ed25519");
        assertThat(get(auditor, address)).contains("Journal d’accès, extrait signé", "Ed25519");
        assertThat(get(auditor, address)).doesNotContain("Ed25519");

        auditor.open("access-log");
        var later = export(auditor);
        var cookies = auditor.page().context().cookies();
        auditor.page().keyboard().press("Escape");
        auditor.page()
                .locator(".relais-tools vaadin-menu-bar-button:visible")
                .last()
                .click();
        auditor.page().getByText("Se déconnecter").click();
        assertThat(auditor.page().getByLabel("Identifiant")).isVisible();
        auditor.page().context().addCookies(cookies);
        assertThat(get(auditor, later)).doesNotContain("Ed25519");
        assertThat(get(other, later)).doesNotContain("Ed25519");
    }

    @Test
    void the_log_is_checked_from_the_desk() {
        var auditor = Visitor.signIn(BROWSER.open(), port, places.here().member(Role.AUDITOR));
        auditor.open("access-log");
        var card = auditor.page().locator(".relais-seal");
        assertThat(card).containsText("Sceau d’intégrité");
        card.getByText("Vérifier maintenant").click();
        assertThat(card.locator(".relais-seal-outcome"))
                .containsText("intact", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(card).containsText("Intact");
    }

    /** Opens the dialog and gives the address of its file. */
    private String export(Visitor auditor) {
        auditor.open("access-log?period=all");
        auditor.page().getByText("Exporter, signé").click();
        var link = auditor.page().getByText("Télécharger le fichier signé");
        assertThat(link).isVisible();
        return String.valueOf(auditor.page().locator("a.relais-button-link").evaluate("link => link.href"));
    }

    private static String get(Visitor visitor, String address) {
        return visitor.page()
                .context()
                .request()
                .get(address, RequestOptions.create().setFailOnStatusCode(false))
                .text();
    }
}
