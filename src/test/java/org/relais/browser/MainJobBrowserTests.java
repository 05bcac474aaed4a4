package org.relais.browser;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job, at three browsers: a nurse, a psychologist and a social worker sign in, open the same person's record,
 * see what the others did, write and sign.
 */
@BrowserTest
class MainJobBrowserTests {

    private static final String PROCESS_NOTE = "Rêve récurrent, contre-transfert à reprendre en supervision.";

    /** An entry in an open record appears within a second; the rest is for a busy machine. */
    private static final ContainsTextOptions LIVE = new ContainsTextOptions().setTimeout(3_000);

    @RegisterExtension
    static final BrowserPages BROWSER = new BrowserPages();

    @Autowired
    House house;

    @Autowired
    Admissions admissions;

    @Autowired
    Writers writers;

    @Autowired
    Caseworkers caseworkers;

    @LocalServerPort
    int port;

    Place here;
    PersonId person;

    @BeforeEach
    void admit() {
        here = house.open().here();
        person = admissions.admitted(here, "Rémi", "Castellane");
        writers.sign(
                here,
                Role.PHYSICIAN,
                person,
                "record.medical-visit",
                "Pas de confusion. ECG de contrôle demandé vendredi.",
                Visibility.TEAM);
    }

    @Test
    void three_professions_write_and_sign_in_one_record_and_see_each_other() {
        var nurse = atTheRecord(Role.NURSE);
        var psychologist = atTheRecord(Role.PSYCHOLOGIST);
        var social = atTheRecord(Role.SOCIAL_WORKER);
        for (var visitor : List.of(nurse, psychologist, social)) {
            assertThat(visitor.page().locator(".relais-presence")).containsText("2 personnes");
            assertThat(newest(visitor, "Visite médicale")).containsText("Title of Pas de confusion");
        }

        signHandover(nurse);
        sees(nurse, "Nuit calme");
        sees(psychologist, "Nuit calme");
        sees(social, "Nuit calme");

        rateWithdrawal(nurse);
        sees(nurse, "CIWA-Ar : score 10");
        sees(psychologist, "CIWA-Ar");
        sees(social, "CIWA-Ar");

        signSession(psychologist);
        sees(psychologist, "Prévention de la reprise");
        sees(nurse, "Prévention de la reprise");
        sees(social, "Prévention de la reprise");

        signInterview(social);
        sees(social, "Dossier logement relancé");
        sees(nurse, "Dossier logement relancé");
        sees(psychologist, "Dossier logement relancé");

        addStep(social);
        sees(social, "Visite de l’appartement");
        sees(nurse, "Visite de l’appartement");
        sees(psychologist, "Visite de l’appartement");

        // The visit, the handover, the score, the session with its process note, the interview and the step
        for (var visitor : List.of(nurse, psychologist, social)) {
            visitor.page().reload();
            assertThat(entriesWithoutEpisode(visitor)).hasCount(7);
        }
    }

    @Test
    void of_a_process_note_the_others_see_only_that_it_exists() {
        var nurse = atTheRecord(Role.NURSE);
        var social = atTheRecord(Role.SOCIAL_WORKER);
        var psychologist = atTheRecord(Role.PSYCHOLOGIST);
        signSession(psychologist);

        for (var other : List.of(nurse, social)) {
            assertThat(other.page().locator(".relais-locked")).containsText("Note confidentielle", LIVE);
            assertThat(other.page().content()).doesNotContain("Rêve récurrent");
            other.page().reload();
            assertThat(other.page().locator(".relais-locked")).hasCount(1);
            assertThat(other.page().content()).doesNotContain("Rêve récurrent");
            other.open("people/" + person + "/therapy");
            assertThat(other.page().locator(".relais-record-section-title")).isVisible();
            assertThat(other.page().content()).doesNotContain("Rêve récurrent");
        }
        psychologist.page().getByText("Ouvrir la note confidentielle").first().click();
        assertThat(psychologist.page().getByText(PROCESS_NOTE)).isVisible();
    }

    @Test
    void a_draft_is_found_again_after_closing_the_tab_and_signing_in_again() {
        var first = atTheRecord(Role.NURSE);
        first.compose("Transmission");
        first.noteTitle().fill("Nuit du 21");
        first.noteText().pressSequentially("S’est levé deux fois, a demandé");
        first.awaitDraft();
        first.page().context().close();

        var again = atTheRecord(Role.NURSE);
        again.page().getByText("Reprendre").click();
        assertThat(again.noteText()).hasValue("S’est levé deux fois, a demandé");
        assertThat(again.noteTitle()).hasValue("Nuit du 21");

        var colleague = atTheRecord(Role.PHYSICIAN);
        assertThat(colleague.page().getByText("Reprendre")).hasCount(0);
        assertThat(colleague.page().content()).doesNotContain("S’est levé deux fois");
    }

    private Visitor atTheRecord(Role role) {
        var visitor = Visitor.signIn(BROWSER.open(), port, here.member(role));
        visitor.findRecord("castelane", "Rémi Castellane");
        return visitor;
    }

    private static void signHandover(Visitor nurse) {
        nurse.page().keyboard().press("t");
        nurse.noteTitle().fill("Nuit calme");
        nurse.noteText().fill("A dormi six heures, pas de sueurs, a mangé ce matin.");
        nurse.awaitDraft();
        nurse.page().keyboard().press("Control+Enter");
        nurse.awaitSigned();
    }

    private static void rateWithdrawal(Visitor nurse) {
        nurse.compose("Score de sevrage");
        var items = nurse.page().locator("relais-scale");
        assertThat(items).hasCount(10);
        items.first().locator("[role=radio]").first().focus();
        for (var item = 0; item < 10; item++) {
            nurse.page().keyboard().press("1");
            assertThat(items.nth(item)).hasAttribute("rated", "");
        }
        assertThat(nurse.page().locator(".relais-assessment-form")).containsText("Tous les items sont cotés.");
        nurse.page().keyboard().press("Control+Enter");
        nurse.awaitSigned();
    }

    private static void signSession(Visitor psychologist) {
        psychologist.compose("Séance");
        var page = psychologist.page();
        field(page, "Heure de début").fill("00:00");
        field(page, "Durée en minutes").fill("45");
        psychologist.choose("Approche", "Prévention de la reprise de consommation");
        field(page, "Titre").fill("Prévention de la reprise");
        field(page, "Note de suivi, lue par l’équipe").fill("A repéré deux situations à risque.");
        page.locator(".relais-session-form vaadin-details-summary").click();
        field(page, "Note de processus").fill(PROCESS_NOTE);
        field(page, "Titre").focus();
        psychologist.awaitDraft();
        psychologist.signButton().click();
        assertThat(page.locator("vaadin-dialog[opened]")).containsText("Lecture réservée à vous");
        psychologist.dialogButton("Signer").click();
        psychologist.awaitSigned();
    }

    private static void signInterview(Visitor social) {
        social.compose("Entretien social");
        social.noteTitle().fill("Dossier logement relancé");
        social.noteText().fill("Réponse de l’association attendue avant le 27.");
        social.awaitDraft();
        social.signButton().click();
        social.awaitSigned();
    }

    private void addStep(Visitor social) {
        social.compose("Étape de réinsertion");
        var page = social.page();
        field(page, "Étape").fill("Visite de l’appartement");
        social.choose("Domaine", "Logement");
        var due = caseworkers.today().plusDays(5);
        field(page, "Échéance").fill("%02d.%02d.%d".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear()));
        page.keyboard().press("Enter");
        social.signButton().click();
        social.awaitSigned();
    }

    private static Locator field(Page page, String label) {
        return page.locator(".relais-composer")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .and(page.locator("input, textarea"));
    }

    private static void sees(Visitor visitor, String text) {
        assertThat(visitor.page()
                        .locator(".relais-timeline, .relais-record-centre")
                        .first())
                .containsText(text, LIVE);
    }

    private static Locator newest(Visitor visitor, String type) {
        return visitor.entries()
                .filter(new Locator.FilterOptions().setHasText(type))
                .first();
    }

    private static Locator entriesWithoutEpisode(Visitor visitor) {
        return visitor.entries().filter(new Locator.FilterOptions().setHasNotText(Pattern.compile("Admission")));
    }
}
