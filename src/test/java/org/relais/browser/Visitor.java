package org.relais.browser;

import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.relais.shared.PersonId;
import org.relais.support.House.Member;
import org.relais.support.HouseSignIn;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A member of staff at a browser: signs in at the page everybody signs in at, and uses what everybody uses. */
record Visitor(Page page, String address) {

    /** Signs in, and stands at the page that opens then. */
    static Visitor signIn(BrowserContext browser, int port, Member member) {
        var visitor = new Visitor(browser.newPage(), "http://localhost:" + port + "/");
        visitor.open("login");
        visitor.page.getByLabel("Identifiant").fill(member.username());
        visitor.page
                .getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(HouseSignIn.PASSWORD);
        visitor.page.locator("button[type=submit]").click();
        assertThat(visitor.page.locator(".relais-menu")).isVisible();
        return visitor;
    }

    /** Changes the language of the portal, from French. */
    Visitor speak(String language) {
        page.locator(".relais-topbar vaadin-menu-bar-button")
                .filter(new Locator.FilterOptions().setHasText("FR"))
                .click();
        page.getByText(Locale.of(language).equals(Locale.ENGLISH) ? "English" : "Svenska")
                .click();
        assertThat(page.locator("html[lang=" + language + "]")).hasCount(1);
        assertThat(page.locator(".relais-menu")).isVisible();
        return this;
    }

    /** The same session in another tab. */
    Visitor secondTab() {
        return new Visitor(page.context().newPage(), address);
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Goes back, once the page it leaves is complete: nobody is faster, and the router would take it for staying. */
    void back() {
        page.waitForFunction("""
                async () => {
                  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
                  await frame();
                  await frame();
                  return window.Vaadin.connectionState.state === 'connected'
                      && Object.values(window.Vaadin.Flow.clients).every((one) => !one.isActive?.());
                }""");
        page.goBack();
    }

    void openRecord(PersonId person) {
        open("people/" + person);
        assertThat(strip()).isVisible();
    }

    /** From anywhere with Ctrl K: part of a name, then Enter. */
    void findRecord(String typed, String name) {
        page.keyboard().press("Control+k");
        page.locator(".relais-palette input").fill(typed);
        assertThat(page.locator(".relais-palette-option[aria-selected=true]")).containsText(name);
        page.keyboard().press("Enter");
        assertThat(strip()).hasText(name);
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    /** The name at the head of the record. */
    Locator strip() {
        return page.locator(".relais-record h1");
    }

    /** The entries of the timeline, newest first. */
    Locator entries() {
        return page.locator(".relais-entry");
    }

    /** Chooses what to write from the composer's line. */
    void compose(String type) {
        page.locator(".relais-composer-bar > vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(type))
                .click();
        assertThat(page.locator(".relais-composer-type")).hasText(type);
    }

    /** The text of the note that is being written. */
    Locator noteText() {
        return page.locator(".relais-note-form textarea");
    }

    Locator noteTitle() {
        return page.locator(".relais-note-form vaadin-text-field input");
    }

    /** The button that signs what is being written. */
    Locator signButton() {
        return page.locator(".relais-composer vaadin-button[theme~=primary]");
    }

    /** Where the draft stands. */
    Locator draftLine() {
        return page.locator(".relais-composer .relais-draft-line");
    }

    void awaitDraft() {
        assertThat(draftLine()).containsText("Brouillon enregistré");
    }

    /** Until the form is gone, from the address too: whoever goes back sooner finds it there again. */
    void awaitSigned() {
        assertThat(page.locator(".relais-composer-line")).isVisible();
        assertThat(page).not().hasURL(Pattern.compile("[?&]write="));
    }

    Locator dialogButton(String name) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    /** Chooses from a list field by its words. */
    void choose(String label, String option) {
        page.locator("vaadin-select:visible")
                .filter(new Locator.FilterOptions().setHasText(label))
                .click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }
}
