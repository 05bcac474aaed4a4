package org.relais.oversight.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.People;
import org.relais.oversight.EnterReportRequest;
import org.relais.oversight.Handover;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.OwnReport;
import org.relais.oversight.OwnReports;
import org.relais.oversight.PdfTexts;
import org.relais.oversight.ReportLanguage;
import org.relais.oversight.ReportRequests;
import org.relais.person.RecordNumbers;
import org.relais.shared.PersonId;
import org.relais.shared.ReportFileId;
import org.relais.shared.ReportRequestId;
import org.relais.staff.Role;
import org.relais.staff.StaffDirectory;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Use case: somebody asks who read their record; an auditor enters it, reads the report with them and answers. */
@RelaisTest
@Import(People.class)
class OwnReportsViewTests extends SpringBrowserlessTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    RecordNumbers numbers;

    @Autowired
    ReportRequests requests;

    @Autowired
    OwnReports reports;

    @Autowired
    StaffDirectory directory;

    @Autowired
    Centres centres;

    Place here;
    PersonId person;
    String number;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        person = people.registeredAt(here, "Orion-83");
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        assertThatThrownBy(() -> opened.elsewhere().as(Role.NURSE, () -> access.grant(person, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
        SignedIn.as(here.member(Role.AUDITOR));
        number = Objects.requireNonNull(numbers.of(scope(), List.of(person)).get(person));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_request_is_entered_at_the_log_and_its_report_opens_at_once() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
        press("Demande d’une personne…");
        assertThat(find(EnterRequestDialog.class).single().getElement().getTextRecursively())
                .contains("30 jours");
        press("Ouvrir le relevé");
        assertThat(find(EnterRequestDialog.class).exists()).isTrue();
        var field =
                find(TextField.class, find(EnterRequestDialog.class).single()).single();
        assertThat(field.isInvalid()).isTrue();
        field.setValue(number);
        press("Ouvrir le relevé");
        assertThat(text())
                .contains(number + " demande qui a lu son dossier", "Qui a consulté mon dossier")
                .contains("Given Family")
                .contains(
                        "(équipe infirmière, Centre A-", "a ouvert la rubrique Soins. Motif : fait partie de l’équipe")
                .contains("a voulu ouvrir la rubrique Soins. L’accès a été refusé : rien n’a été montré.")
                .doesNotContain("Orion-83", "Certains accès ne figurent pas");
        assertThat(button("Réponse remise").isEnabled()).isFalse();
    }

    @Test
    void the_open_requests_stand_beside_the_log_with_the_time_that_is_over() {
        enter(
                ReportLanguage.FRENCH,
                LocalDate.now(java.time.Clock.system(PARIS)).minusDays(15));
        UI.getCurrentOrThrow().navigate(OversightRoutes.LOG);
        var card = find(RequestCard.class).all().stream()
                .filter(each -> text(each).contains(number))
                .findFirst()
                .orElseThrow();
        assertThat(text(card))
                .contains(number + " demande qui a lu son dossier", "Reçue le ", ", à répondre avant le ");
        assertThat(find(ProgressBar.class, card).single().getValue()).isEqualTo(0.5);
        assertThat(find(Anchor.class, card).single().getHref()).startsWith(OversightRoutes.REPORTS + "/");
    }

    @Test
    void the_sheet_is_in_the_language_of_the_person_and_the_file_says_the_same() throws IOException {
        for (var language : ReportLanguage.values()) {
            var id = enter(language, LocalDate.now(java.time.Clock.system(PARIS)));
            UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS + "/" + id);
            var sheet = find(OwnReportSheet.class).single();
            assertThat(sheet.getElement().getAttribute("lang")).isEqualTo(language.code());
            var report = reports.report(scope(), id);
            var words = new OwnReportWords(directory, centres, PARIS);
            assertThat(PdfTexts.words(file(id, report, words))).isEqualTo(PdfTexts.words(words.text(report)));
            assertThat(PdfTexts.plain(text(sheet)))
                    .startsWith(PdfTexts.plain(words.text(report).title()))
                    .contains(words.text(report).days().stream()
                            .flatMap(day -> day.sentences().stream())
                            .map(PdfTexts::plain)
                            .toList());
        }
        assertThat(text()).contains("Vem", "sjuksköterska", "öppnade", "Åtkomsten nekades");
    }

    @Test
    void what_is_left_out_is_said_without_saying_what() {
        var id = enter(ReportLanguage.FRENCH, LocalDate.now(java.time.Clock.system(PARIS)));
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS + "/" + id);
        var nurse = directory.find(here.member(Role.NURSE).id()).orElseThrow().name();
        var button = find(Button.class).withText("Laisser de côté…").all().stream()
                .filter(each -> each.getAriaLabel().orElse("").endsWith(nurse))
                .findFirst()
                .orElseThrow();
        test(button).click();
        press("Laisser de côté");
        var reason = find(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Menaces contre elle");
        press("Laisser de côté");
        var sheet = text(find(OwnReportSheet.class).single());
        assertThat(sheet)
                .contains("Certains accès ne figurent pas dans ce relevé, pour ne mettre personne en danger.")
                .doesNotContain("a ouvert la rubrique Soins", "Menaces");
        assertThat(text()).contains("Laissé de côté", "Dire à nouveau…");
    }

    @Test
    void an_answered_request_keeps_who_when_and_the_hash() throws IOException {
        var id = enter(ReportLanguage.ENGLISH, LocalDate.now(java.time.Clock.system(PARIS)));
        var report = reports.report(scope(), id);
        var made = ReportFileId.create();
        reports.write(
                scope(),
                id,
                made,
                report.until(),
                new OwnReportWords(directory, centres, PARIS),
                new ByteArrayOutputStream());
        requests.answer(scope(), id, made);
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS + "/" + id);
        assertThat(text()).contains("Réponse remise", "Empreinte SHA-256 du fichier : ");
        assertThat(find(Button.class).withText("Réponse remise").exists()).isFalse();
        assertThat(find(Button.class).withText("Laisser de côté…").exists()).isFalse();
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS);
        assertThat(text()).contains("Demandes répondues", number + " demande qui a lu son dossier");
    }

    @Test
    void the_dialog_asks_for_the_language_first_in_ones_own() {
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS);
        press("Demande d’une personne…");
        assertThat(find(RadioButtonGroup.class).single().getValue()).isEqualTo(ReportLanguage.FRENCH);
    }

    @Test
    void nobody_else_sees_the_page() {
        var id = enter(ReportLanguage.FRENCH, LocalDate.now(java.time.Clock.system(PARIS)));
        SignedIn.as(here.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate(OversightRoutes.REPORTS + "/" + id);
        assertThat(find(OwnReportSheet.class).exists()).isFalse();
    }

    private byte[] file(ReportRequestId id, OwnReport report, OwnReportWords words) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            reports.write(scope(), id, ReportFileId.create(), report.until(), words, out);
            return out.toByteArray();
        }
    }

    private ReportRequestId enter(ReportLanguage language, LocalDate received) {
        var id = ReportRequestId.create();
        requests.enter(scope(), new EnterReportRequest(id, number, received, language, Handover.IN_PERSON));
        return id;
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private void press(String words) {
        test(button(words)).click();
    }

    private String text() {
        return text(find(Main.class).single());
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
