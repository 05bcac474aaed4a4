package org.relais.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.shared.FreeText;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Opened;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Impatience, a second tab, a lost line and text that cannot be stored: a clear message, and nothing lost. */
@BrowserTest
class HostileHandsBrowserTests {

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @LocalServerPort
    int port;

    Opened places;
    PersonId person;
    Visitor nurse;

    @BeforeEach
    void openRecord() {
        places = house.open();
        person = admissions.admitted(places.here(), "Rémi", "Castellane");
        nurse = Visitor.signIn(BROWSER.open(), port, places.here().member(Role.NURSE));
        nurse.openRecord(person);
    }

    @Test
    void a_double_click_signs_once() {
        write("Nuit calme");
        nurse.signButton().dblclick();
        nurse.awaitSigned();
        nurse.page().reload();
        assertThat(entries("Nuit calme")).hasCount(1);
    }

    @Test
    void two_clicks_sent_before_any_answer_and_the_keys_again_sign_once() {
        write("Nuit calme");
        nurse.signButton().evaluate("button => { button.click(); button.click(); }");
        nurse.page().keyboard().press("Control+Enter");
        nurse.awaitSigned();
        nurse.page().reload();
        assertThat(entries("Nuit calme")).hasCount(1);
    }

    @Test
    void back_after_signing_brings_neither_the_form_nor_the_draft_again() {
        nurse.open("people");
        nurse.openRecord(person);
        write("Nuit calme");
        nurse.signButton().click();
        nurse.awaitSigned();
        nurse.back();
        assertThat(nurse.page().locator(".relais-record")).hasCount(0);
        nurse.page().goForward();
        assertThat(nurse.strip()).isVisible();
        assertThat(entries("Nuit calme")).hasCount(1);
        assertThat(nurse.page().getByText("Reprendre")).hasCount(0);
        assertThat(nurse.noteText()).hasCount(0);
    }

    @Test
    void a_second_tab_with_a_stale_draft_shows_both_texts_and_the_author_chooses() {
        var other = nurse.secondTab();
        other.openRecord(person);
        other.compose("Transmission");
        write("Écrit dans le premier onglet");
        other.noteText().fill("Écrit dans le second onglet");
        other.noteTitle().focus();

        var texts = other.page().locator(".relais-conflict-text");
        assertThat(texts).hasCount(2);
        assertThat(texts.first()).containsText("Écrit dans le second onglet");
        assertThat(texts.last()).containsText("Écrit dans le premier onglet");
        assertThat(other.noteText()).hasValue("Écrit dans le second onglet");

        other.page().getByText("Garder mon texte").click();
        other.awaitDraft();
        nurse.signButton().click();
        assertThat(nurse.page().locator(".relais-conflict-text")).hasCount(2);
        assertThat(nurse.noteText()).hasValue("Écrit dans le premier onglet");
        other.signButton().click();
        other.awaitSigned();
        assertThat(entries("Écrit dans le second onglet")).hasCount(1);
    }

    @Test
    void an_over_long_text_is_refused_at_its_field_and_kept() {
        nurse.compose("Transmission");
        var tooLong = "a".repeat(FreeText.NOTE + 1);
        nurse.noteText().fill(tooLong);
        nurse.signButton().click();
        refusedAt("vaadin-text-area", "Texte trop long");
        assertThat(nurse.noteText()).hasValue(tooLong);

        nurse.noteText().fill("Nuit calme");
        nurse.noteTitle().fill("b".repeat(FreeText.LINE + 1));
        nurse.signButton().click();
        refusedAt("vaadin-text-field", "Texte trop long");
        assertThat(nurse.noteTitle()).hasValue("b".repeat(FreeText.LINE + 1));
        assertThat(nurse.noteText()).hasValue("Nuit calme");
    }

    @Test
    void a_control_character_is_refused_at_its_field_and_the_text_kept() {
        nurse.compose("Transmission");
        nurse.noteText().fill("Nuit\u0007 calme");
        nurse.signButton().click();
        refusedAt("vaadin-text-area", "caractère invisible");
        assertThat(nurse.noteText()).hasValue("Nuit\u0007 calme");

        nurse.noteText().fill("Nuit calme");
        nurse.signButton().click();
        nurse.awaitSigned();
        assertThat(entries("Nuit calme")).hasCount(1);
    }

    @Test
    void a_birth_in_the_future_is_refused_at_its_field() {
        nurse.open("people/new");
        var page = nurse.page();
        var name = page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true));
        name.fill("Delmas");
        page.getByLabel("Date de naissance").fill("01/01/2090");
        page.keyboard().press("Enter");
        page.getByText("Ouvrir le dossier").click();
        var birth = page.locator("vaadin-date-picker[invalid]");
        assertThat(birth).containsText("Cette naissance est dans le futur.");
        assertThat(page.getByLabel("Date de naissance")).hasValue("01/01/2090");
        assertThat(name).hasValue("Delmas");
        assertThat(page).hasURL(nurse.address() + "people/new");
    }

    @Test
    void a_record_of_another_centre_answers_as_one_that_does_not_exist() {
        var foreign = admissions.admitted(places.elsewhere(), "Solveig", "Haraldsdotter");
        var page = nurse.page();
        nurse.open("people/" + PersonId.create());
        assertThat(page.locator(".relais-error-page h1")).hasText("Aucune page à montrer ici");
        var unknown = page.locator(".relais-error-page").innerText();
        for (var path : new String[] {"", "/therapy", "/episodes", "/identity"}) {
            nurse.open("people/" + foreign + path);
            assertThat(page.locator(".relais-error-page")).isVisible();
            assertThat(page.locator(".relais-error-page").innerText())
                    .as("what stands at %s", path)
                    .isEqualTo(unknown);
            assertThat(page.content() + page.title()).doesNotContain("Solveig").doesNotContain("Haraldsdotter");
        }
    }

    @Test
    void a_lost_line_keeps_the_text_and_saves_it_when_it_is_back() {
        nurse.compose("Transmission");
        nurse.page().context().setOffline(true);
        nurse.noteText().fill("Écrit sans liaison");
        nurse.noteTitle().focus();
        assertThat(nurse.page().getByText("Liaison coupée").first()).isVisible();
        assertThat(nurse.noteText()).hasValue("Écrit sans liaison");

        nurse.page().context().setOffline(false);
        nurse.awaitDraft();
        assertThat(nurse.noteText()).hasValue("Écrit sans liaison");
        nurse.page().reload();
        assertThat(nurse.noteText()).hasValue("Écrit sans liaison");
    }

    private void write(String text) {
        nurse.compose("Transmission");
        nurse.noteText().fill(text);
        nurse.noteTitle().focus();
        nurse.awaitDraft();
    }

    private Locator entries(String text) {
        return nurse.entries().filter(new Locator.FilterOptions().setHasText(text));
    }

    private void refusedAt(String field, String message) {
        assertThat(nurse.page().locator(".relais-note-form " + field + "[invalid]"))
                .containsText(message);
    }
}
