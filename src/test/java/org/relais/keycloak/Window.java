package org.relais.keycloak;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.relais.demo.EmbeddedKeycloak;
import org.relais.shared.PersonId;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A window of the portal whose user signs in at Keycloak. */
record Window(Page page) {

    static final String PORTAL = "http://localhost:" + Realm.get().portalPort() + "/";

    /** Signed in, at the page the portal opens. */
    static Window signIn(BrowserContext browser, String username) {
        var window = new Window(browser.newPage());
        window.open("");
        window.giveName(username, EmbeddedKeycloak.PASSWORD);
        assertThat(window.menu()).isVisible();
        return window;
    }

    void open(String path) {
        page.navigate(PORTAL + path);
    }

    /** Fills Keycloak's form, and the one-time code where it is asked for. */
    void giveName(String username, String password) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("#kc-login").click();
        // The click does not wait for the page that answers it
        page.locator("#otp, #input-error, .relais-menu, .relais-record, .relais-sign-in .relais-notice")
                .first()
                .waitFor();
        if (page.locator("#otp").count() == 1) {
            page.locator("#otp").fill(Realm.code(username));
            page.locator("#kc-login").click();
        }
    }

    Locator menu() {
        return page.locator(".relais-menu");
    }

    /** What the sign-in page says. */
    Locator notice() {
        return page.locator(".relais-sign-in .relais-notice").first();
    }

    /** Keycloak's form. */
    Locator keycloakForm() {
        return page.locator("#kc-form-login");
    }

    void openRecord(PersonId person) {
        open("people/" + person);
        assertThat(page.locator(".relais-record h1")).isVisible();
    }

    /** Begins a note, and waits until its draft is on the server. */
    void write(String text) {
        page.locator(".relais-composer-line").click();
        page.locator(".relais-note-form textarea").fill(text);
        assertThat(page.locator(".relais-composer .relais-draft-line")).containsText("Brouillon enregistré");
    }

    void signOut() {
        page.locator(".relais-tools vaadin-menu-bar-button:visible").last().click();
        page.getByText("Se déconnecter").click();
    }
}
