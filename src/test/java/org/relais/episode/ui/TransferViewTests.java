package org.relais.episode.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.episode.Admit;
import org.relais.episode.EndTransfer;
import org.relais.episode.EpisodeService;
import org.relais.episode.HandOverDraft;
import org.relais.episode.HandOverDrafts;
import org.relais.episode.People;
import org.relais.episode.Transfers;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.support.UseCase;
import org.relais.uikit.DateField;
import org.relais.uikit.SeverityBadge;

import static org.assertj.core.api.Assertions.assertThat;

/** Use cases: ask another centre to go on with somebody's care, and answer such a request. */
@RelaisTest
@Import({MovableClock.class, People.class})
class TransferViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    HandOverDrafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccessService access;

    @Autowired
    Centres centres;

    @Autowired
    MovableClock clock;

    @Autowired
    TransferBadge badge;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here, "Rémi C.");
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), here.beds().getFirst(), null)));
        SignedIn.as(here.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    @UseCase(id = "EPI-07")
    void a_nurse_asks_another_centre_and_it_accepts_and_notes_the_arrival() {
        ask("Dort mal, mange bien.");
        assertThat(badges()).contains("Demandé");
        assertThat($view(Button.class).withText("Transférer").exists()).isFalse();

        SignedIn.as(elsewhere.member(Role.NURSE));
        assertThat(badge.count()).hasValue(1);
        navigate(TransfersView.class);
        assertThat($(H3.class).single().getText()).isEqualTo("Rémi C.");
        assertThat(texts(Paragraph.class)).contains("Dort mal, mange bien.");
        // Nothing of the record yet, so no way into it
        assertThat($view(Anchor.class).withText("Ouvrir le parcours").exists()).isFalse();
        press("Accepter");
        inDialog("Accepter");
        assertThat(badge.count()).isEmpty();
        assertThat($view(Anchor.class).withText("Ouvrir le parcours").exists()).isTrue();
        press("Noter l’arrivée");
        inDialog("Noter l’arrivée");
        assertThat(badges()).contains("Effectué");

        SignedIn.as(here.member(Role.NURSE));
        open();
        assertThat(badges()).contains("Effectué", "Terminé");
    }

    @Test
    @UseCase(id = "EPI-07", scenario = "the other centre refuses")
    void a_refusal_needs_a_reason_and_the_asker_reads_it() {
        ask("Souhaite s’éloigner.");
        SignedIn.as(elsewhere.member(Role.PHYSICIAN));
        navigate(TransfersView.class);
        press("Refuser");
        inDialog("Refuser");
        assertThat(reason().isInvalid()).isTrue();
        reason().setValue("Pas de place avant un mois");
        inDialog("Refuser");
        SignedIn.as(here.member(Role.NURSE));
        open();
        assertThat(texts(Paragraph.class)).contains("Pas de place avant un mois");
        assertThat($view(Button.class).withText("Transférer").exists()).isTrue();
    }

    @Test
    @UseCase(id = "EPI-07", scenario = "withdrawn while the other centre answers")
    void who_answers_too_late_reads_what_happened_and_keeps_what_was_typed() {
        ask("Souhaite s’éloigner.");
        SignedIn.as(elsewhere.member(Role.NURSE));
        navigate(TransfersView.class);
        press("Refuser");
        reason().setValue("Pas de place");
        here.as(Role.NURSE, () -> {
            var asked = transfers.of(access.grant(person, Section.RECORD)).getFirst();
            transfers.withdraw(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new EndTransfer(asked.id(), asked.version(), "Reste ici"));
            return null;
        });
        inDialog("Refuser");
        assertThat($(Span.class).withTextContaining("Entre-temps").exists()).isTrue();
        assertThat($(Span.class).withTextContaining("Reste ici").exists()).isTrue();
        assertThat(reason().getValue()).isEqualTo("Pas de place");
    }

    @Test
    @UseCase(id = "EPI-08")
    void a_guest_for_some_days_is_asked_for_accepted_and_ended_early_and_the_episode_stays() {
        open();
        press("Accueil temporaire");
        var dialog = $(GuestDialog.class).single();
        assertThat($(UnitField.class).single().getListDataView().getItems())
                .isNotEmpty()
                .noneMatch(unit -> unit.centre().equals(here.centre()));
        unit(elsewhere.team());
        $(TextArea.class).single().setValue("Visite sa mère.");
        inDialog("Demander l’accueil");
        var last = $(DateField.class, dialog).withLabel("Dernier jour").single();
        assertThat(last.isInvalid()).isTrue();
        last.setValue(today().minusDays(1));
        inDialog("Demander l’accueil");
        assertThat(last.getErrorMessage()).contains("92");
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Visite sa mère.");
        last.setValue(today().plusDays(3));
        inDialog("Demander l’accueil");
        assertThat($(GuestDialog.class).exists()).isFalse();
        assertThat($(Paragraph.class)
                        .withTextContaining("Accueil temporaire du")
                        .exists())
                .isTrue();
        // The episode is open for a transfer as before
        assertThat($view(Button.class).withText("Transférer").exists()).isTrue();

        SignedIn.as(elsewhere.member(Role.PSYCHOLOGIST));
        navigate(TransfersView.class);
        assertThat(badge.count()).hasValue(1);
        assertThat($view(Anchor.class).withText("Ouvrir le parcours").exists()).isFalse();
        press("Accepter");
        assertThat($(DateField.class, $(ActDialog.class).single()).all()).noneMatch(DateField::isVisible);
        inDialog("Accepter");
        assertThat(badges()).contains("En accueil");
        assertThat($view(Button.class).withText("Noter l’arrivée").exists()).isFalse();
        assertThat($view(Anchor.class).withText("Ouvrir le parcours").exists()).isTrue();
        press("Terminer l’accueil");
        inDialog("Terminer l’accueil");
        assertThat(reason().isInvalid()).isTrue();
        reason().setValue("Rentré plus tôt");
        inDialog("Terminer l’accueil");
        assertThat($view(Anchor.class).withText("Ouvrir le parcours").exists()).isFalse();
        // What was told for these days is told no longer
        assertThat(texts(Paragraph.class)).doesNotContain("Visite sa mère.");

        SignedIn.as(here.member(Role.NURSE));
        open();
        assertThat(texts(Paragraph.class)).contains("Rentré plus tôt", "Visite sa mère.");
        assertThat(badges()).contains("Terminé");
    }

    @Test
    @UseCase(id = "EPI-07", scenario = "the window is closed while the hand-over is written")
    void a_hand_over_is_kept_while_it_is_typed_and_gone_when_it_was_sent() {
        open();
        press("Transférer");
        unit(elsewhere.ward());
        test($(TextArea.class).single()).setValue("Dort mal, mange");
        assertThat($(Span.class).withTextContaining("Brouillon enregistré").exists())
                .isTrue();
        // The window closes without a word; another one is opened
        closeDialog();
        open();
        press("Transférer");
        unit(elsewhere.ward());
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Dort mal, mange");
        // Of a request of another kind it is not the text, nor of a colleague
        closeDialog();
        press("Accueil temporaire");
        assertThat($(TextArea.class).single().getValue()).isEmpty();
        closeDialog();
        SignedIn.as(here.member(Role.PHYSICIAN));
        open();
        press("Transférer");
        unit(elsewhere.ward());
        assertThat($(TextArea.class).single().getValue()).isEmpty();
        closeDialog();
        SignedIn.as(here.member(Role.NURSE));
        open();
        press("Transférer");
        unit(elsewhere.ward());
        // Written on in another window meanwhile: neither text is lost
        var episode = here.as(
                Role.NURSE,
                () -> episodes.of(access.grant(person, Section.RECORD))
                        .getFirst()
                        .id());
        here.as(
                Role.NURSE,
                () -> drafts.save(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        episode,
                        HandOverDraft.Form.TRANSFER,
                        "Dort mal, mange bien",
                        1));
        test($(TextArea.class).single()).setValue("Dort mal, mange peu");
        assertThat($(Span.class).withTextContaining("dans une autre fenêtre").exists())
                .isTrue();
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Dort mal, mange peu");
        closeDialog();
        press("Transférer");
        unit(elsewhere.ward());
        assertThat($(TextArea.class).single().getValue()).isEqualTo("Dort mal, mange bien");
        inDialog("Demander le transfert");
        assertThat(kept()).isZero();
    }

    @Test
    @UseCase(id = "EPI-06")
    void within_the_centre_it_is_done_at_once() {
        open();
        press("Transférer");
        unit(here.team());
        assertThat($(TextArea.class).exists()).isFalse();
        inDialog("Transférer");
        assertThat($(H3.class).single().getText()).contains("Team");
    }

    private void closeDialog() {
        $(ActDialog.class).single().close();
    }

    private int kept() {
        return jdbc.sql("SELECT COUNT(*) FROM episode_hand_over_draft WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private void ask(String handOver) {
        open();
        press("Transférer");
        unit(elsewhere.ward());
        inDialog("Demander le transfert");
        var text = $(TextArea.class).single();
        assertThat(text.isInvalid()).isTrue();
        $(DateField.class).single().setValue(today());
        text.setValue(handOver);
        inDialog("Demander le transfert");
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
    }

    private void open() {
        navigate(EpisodeView.class, Map.of("personId", person.toString()));
    }

    private void unit(UnitId unit) {
        $(UnitField.class).single().setValue(centres.unit(unit).orElseThrow());
    }

    private TextArea reason() {
        return $(TextArea.class).single();
    }

    private void press(String text) {
        test($view(Button.class).withText(text).single()).click();
    }

    private void inDialog(String verb) {
        var dialog = $(ActDialog.class).single();
        test($(Button.class, dialog).withText(verb).single()).click();
    }

    private java.util.List<String> badges() {
        return $(SeverityBadge.class).all().stream()
                .map(badge -> badge.getElement().getTextRecursively())
                .toList();
    }

    private <T extends Component & com.vaadin.flow.component.HasText> java.util.List<String> texts(Class<T> type) {
        return $(type).all().stream()
                .map(com.vaadin.flow.component.HasText::getText)
                .toList();
    }
}
