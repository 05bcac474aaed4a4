package org.relais.detox.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Consciousness;
import org.relais.assessment.SignInstrument;
import org.relais.detox.DetoxEpisodes;
import org.relais.detox.DetoxProtocol;
import org.relais.detox.OmissionKind;
import org.relais.detox.StartDetox;
import org.relais.episode.Admit;
import org.relais.episode.BedRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.ExpectedRow;
import org.relais.episode.Priority;
import org.relais.episode.PutOnWaitingList;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceProfiles;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AssessmentId;
import org.relais.shared.DetoxId;
import org.relais.shared.HistoryItemId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.DateField;
import org.relais.uikit.DueLabel;
import org.relais.uikit.FormDialog;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: watch over a ward from the board: begin, see what is due, tell that somebody refused, end. */
@RelaisTest
@Import(MovableClock.class)
class WardViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    PersonService people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    Assessments assessments;

    @Autowired
    SubstanceProfiles profiles;

    @Autowired
    AccessService access;

    @Autowired
    Locks locks;

    @Autowired
    StaffSetup staff;

    @Autowired
    MovableClock clock;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = here.as(Role.NURSE, () -> {
            var registered = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            here.centre(),
                            here.ward(),
                            Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14))));
            episodes.admit(
                    access.grant(registered, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, here.ward(), here.beds().getFirst(), null));
            return registered;
        });
        SignedIn.as(here.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_nurse_begins_a_detox_from_the_board_and_the_card_says_what_is_due() {
        navigate(WardView.class);
        assertThat(card("301A")).contains("Rémi Castellane", "Pas de surveillance de sevrage");
        assertThat(card("301B")).contains("Libre");
        begin("ALC_IN");
        assertThat(card("301A")).contains("Alcool", "J1", "CIWA-Ar, prévu", "Pas encore de score");
        assertThat($(DueLabel.class).all()).hasSize(1);
    }

    @Test
    void what_the_person_told_is_proposed_and_can_be_changed() {
        here.as(
                Role.NURSE,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(
                                HistoryItemId.create(),
                                here.centre(),
                                0,
                                new SubstanceAnswers(
                                        "FENTANYL",
                                        null,
                                        null,
                                        null,
                                        java.util.List.of("ALCOHOL", "BENZODIAZEPINES"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null))));
        SignedIn.as(here.member(Role.NURSE));
        navigate(WardView.class);
        press("Commencer un sevrage");
        assertThat(substances().getValue())
                .containsExactlyInAnyOrder(
                        org.relais.detox.Substance.OTHER_OPIOID,
                        org.relais.detox.Substance.ALCOHOL,
                        org.relais.detox.Substance.BENZODIAZEPINE);
        choose("ALC_IN");
        assertThat(substances().getValue()).hasSize(3);
        substances().setValue(java.util.Set.of(org.relais.detox.Substance.ALCOHOL));
        inDialog("Commencer la surveillance");
        assertThat(card("301A")).contains("Alcool").doesNotContain("opioïde");
    }

    @Test
    void without_a_protocol_or_a_substance_the_dialog_says_so_where_it_is_missing() {
        navigate(WardView.class);
        press("Commencer un sevrage");
        inDialog("Commencer la surveillance");
        assertThat(protocol().isInvalid()).isTrue();
        choose("OPI_IN");
        inDialog("Commencer la surveillance");
        assertThat(protocol().isInvalid()).isFalse();
        assertThat(substances().isInvalid()).isTrue();
        assertThat($(FormDialog.class).exists()).isTrue();
    }

    @Test
    void what_is_overdue_is_counted_and_comes_first_by_due_time() {
        navigate(WardView.class);
        begin("ALC_IN");
        clock.move(Duration.ofMinutes(46));
        navigate(WardView.class);
        assertThat(texts()).contains("1 en retard");
        clock.move(Duration.ofMinutes(60));
        navigate(WardView.class);
        assertThat(card("301A")).contains("1 non faite");
    }

    @Test
    void a_refusal_is_told_with_what_the_person_says() {
        navigate(WardView.class);
        begin("ALC_IN");
        button("Détails de Rémi Castellane").click();
        press("Refusée ou endormie…");
        inDialog("Enregistrer");
        var reason = $(TextField.class).withCaption("Ce que dit la personne").single();
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Veut dormir");
        inDialog("Enregistrer");
        assertThat($(FormDialog.class).exists()).isFalse();
        var observation = here.as(
                Role.NURSE,
                () -> detoxes.observations(access.grant(person, Section.MEDICAL))
                        .getFirst());
        assertThat(observation.course().omittedInRow()).isOne();
    }

    @Test
    @SuppressWarnings("unchecked")
    void somebody_asleep_is_told_with_breathing_and_a_word_why_not_stands_on_the_screen() {
        navigate(WardView.class);
        begin("ALC_IN");
        button("Détails de Rémi Castellane").click();
        press("Refusée ou endormie…");
        var kind = (RadioButtonGroup<OmissionKind>)
                $(RadioButtonGroup.class).withCaption("Pourquoi").single();
        kind.setValue(OmissionKind.ASLEEP);
        inDialog("Enregistrer");
        // Nothing was counted yet: each missing sign says so at its field, the first one first
        assertThat($(com.vaadin.flow.component.textfield.IntegerField.class)
                        .withCaption("Fréquence respiratoire /min")
                        .single()
                        .isInvalid())
                .isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_cannot_be_counted_of_a_sleeper_stays_at_its_field_and_what_is_unusual_is_confirmed() {
        navigate(WardView.class);
        begin("ALC_IN");
        calm();
        navigate(WardView.class);
        button("Détails de Rémi Castellane").click();
        press("Refusée ou endormie…");
        ((RadioButtonGroup<OmissionKind>)
                        $(RadioButtonGroup.class).withCaption("Pourquoi").single())
                .setValue(OmissionKind.ASLEEP);
        var breathing = number("Fréquence respiratoire /min");
        var saturation = number("SpO₂ %");
        var reaction = (RadioButtonGroup<Consciousness>) $(RadioButtonGroup.class)
                .withCaption("Réaction quand on la réveille doucement")
                .single();
        breathing.setValue(90);
        saturation.setValue(97);
        reaction.setValue(Consciousness.ALERT);
        inDialog("Enregistrer");
        assertThat(breathing.isInvalid()).isTrue();
        assertThat(breathing.getErrorMessage()).contains("entre 2 et 70");
        assertThat(List.of(breathing.getValue(), saturation.getValue())).containsExactly(90, 97);
        assertThat(reaction.getValue()).isEqualTo(Consciousness.ALERT);
        assertThat($(Checkbox.class).withCaption("Valeur vérifiée").exists()).isFalse();
        breathing.setValue(7);
        inDialog("Enregistrer");
        assertThat(breathing.getErrorMessage()).contains("inhabituelle");
        $(Checkbox.class).withCaption("Valeur vérifiée").single().setValue(true);
        inDialog("Enregistrer");
        assertThat($(FormDialog.class).exists()).isFalse();
        // Told as it was counted: somebody who breathes seven times a minute is an emergency
        assertThat(card("301A")).contains("Respiration très lente");
    }

    @Test
    void of_two_nurses_who_begin_on_one_bed_the_second_is_told_and_loses_nothing() {
        navigate(WardView.class);
        press("Commencer un sevrage");
        choose("OPI_IN");
        substances().setValue(java.util.Set.of(org.relais.detox.Substance.HEROIN));
        var planned = $(DateField.class).single();
        var day = planned.getValue();
        here.as(
                Role.PHYSICIAN,
                () -> detoxes.start(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new StartDetox(
                                DetoxId.create(),
                                here.centre(),
                                "ALC_IN",
                                List.of(org.relais.detox.Substance.ALCOHOL),
                                null,
                                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                                        .plusDays(3),
                                java.util.Set.of(),
                                false,
                                null)));
        inDialog("Commencer la surveillance");
        assertThat($(FormDialog.class).exists()).isTrue();
        assertThat($(Notification.class).all().stream().map(WardViewTests::text))
                .anyMatch(
                        text -> text.contains($(FormDialog.class).single().getTranslation("detox.error.another-live")));
        assertThat(protocol().getValue().rule().code()).isEqualTo("OPI_IN");
        assertThat(substances().getValue()).containsExactly(org.relais.detox.Substance.HEROIN);
        assertThat(planned.getValue()).isEqualTo(day);
    }

    @Test
    void the_head_of_the_board_admits_who_waits_and_goes_on_to_the_withdrawal() {
        waiting("Orion-83");
        navigate(WardView.class);
        press("Admettre");
        inDialog("Admettre");
        assertThat(expected().isInvalid()).isTrue();
        expected().setValue(expected().getListDataView().getItem(0));
        bed().setValue(bed().getListDataView().getItem(0));
        inDialog("Admettre");
        assertThat($(AssignBedDialog.class).exists()).isFalse();
        assertThat($(StartDetoxDialog.class).exists()).isTrue();
        assertThat(card("301B")).contains("Orion-83", "alias");
    }

    @Test
    void a_kept_bed_says_for_whom_and_another_person_gets_it_only_with_a_reason() {
        waiting("Orion-83");
        waiting("Lyra-12");
        navigate(WardView.class);
        button("Réserver…, lit 301B").click();
        expected()
                .setValue(expected()
                        .getListDataView()
                        .getItems()
                        .filter(row ->
                                row.name() != null && row.name().display().equals("Orion-83"))
                        .findFirst()
                        .orElseThrow());
        inDialog("Réserver");
        assertThat(card("301B")).contains("Réservé", "Admission prévue : Orion-83", "Préparer", "Libérer");
        button("Préparer, lit 301B").click();
        var why = $(TextField.class)
                .withCaptionContaining("Pourquoi attribuer ce lit réservé")
                .all();
        assertThat(why).isEmpty();
        assertThat(expected().getValue().name()).isNotNull();
        expected()
                .setValue(expected()
                        .getListDataView()
                        .getItems()
                        .filter(row ->
                                row.name() != null && row.name().display().equals("Lyra-12"))
                        .findFirst()
                        .orElseThrow());
        var reason = $(TextField.class)
                .withCaptionContaining("Pourquoi attribuer ce lit réservé")
                .single();
        reason.setValue("court");
        inDialog("Admettre");
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Urgence vitale cette nuit");
        inDialog("Admettre");
        assertThat(card("301B")).contains("Lyra-12");
    }

    @Test
    void a_bed_to_be_cleaned_says_so_and_warns_before_it_is_given() {
        waiting("Orion-83");
        navigate(WardView.class);
        press("Changer de lit…");
        bed().setValue(bed().getListDataView().getItem(0));
        inDialog("Changer de lit");
        assertThat(card("301A")).contains("À nettoyer", "Marquer nettoyé");
        assertThat(card("301B")).contains("Rémi Castellane");
        button("Attribuer, lit 301A").click();
        var anyway = $(Checkbox.class)
                .withCaption("Attribuer sans attendre le nettoyage")
                .single();
        assertThat(anyway.getValue()).isFalse();
        expected().setValue(expected().getListDataView().getItem(0));
        inDialog("Admettre");
        assertThat($(AssignBedDialog.class).exists()).isTrue();
        inDialog("Annuler");
        button("Marquer nettoyé, lit 301A").click();
        assertThat(card("301A")).contains("Libre", "Nettoyé et prêt depuis");
    }

    @Test
    void two_people_change_beds_and_the_dialog_says_who_goes_where() {
        admit("Jeanne", 1);
        navigate(WardView.class);
        press("Changer de lit…");
        bed().setValue(bed().getListDataView().getItem(0));
        assertThat($(Paragraph.class)
                        .withTextContaining("Rémi Castellane va dans le lit 301B et Jeanne Castellane dans le lit 301A")
                        .exists())
                .isTrue();
        inDialog("Changer de lit");
        assertThat(card("301A")).contains("Jeanne Castellane");
        assertThat(card("301B")).contains("Rémi Castellane");
    }

    @Test
    void a_closed_bed_says_why_and_until_when_and_opens_again() {
        navigate(WardView.class);
        button("Fermer…, lit 301B").click();
        inDialog("Fermer ce lit");
        var reason = $(TextField.class).withCaption("Motif").single();
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Sommier cassé");
        inDialog("Fermer ce lit");
        assertThat(card("301B")).contains("Fermé", "Sommier cassé", "Rouvrir").doesNotContain("Attribuer");
        button("Rouvrir, lit 301B").click();
        assertThat(card("301B")).contains("À nettoyer");
    }

    @Test
    void alerts_stand_on_the_card_in_words_too_even_of_who_locked_the_medical_section() {
        here.as(Role.NURSE, () -> {
            people.addAlert(
                    access.grant(person, Section.RISK, Right.WRITE, Purpose.CARE),
                    new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "amoxicilline", null));
            return people.addAlert(
                    access.grant(person, Section.RISK, Right.WRITE, Purpose.CARE),
                    new AddAlert(AlertKind.SEIZURE_HISTORY, Severity.CRITICAL, "2023", null));
        });
        navigate(WardView.class);
        begin("ALC_IN");
        here.as(
                Role.COORDINATOR,
                () -> locks.lockSection(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL));
        SignedIn.as(here.member(Role.PHYSICIAN));
        navigate(WardView.class);
        assertThat(card("301A")).contains("Contenu verrouillé").doesNotContain("Alcool");
        assertThat($(AlertFlags.class).single().getChildren())
                .extracting(flag -> flag.getElement().getAttribute("aria-label"))
                .containsExactlyInAnyOrder("Allergie", "Convulsion de sevrage");
    }

    @Test
    void only_the_charge_nurse_finds_the_wall_displays_makes_one_and_takes_it_away() {
        navigate(WardView.class);
        assertThat($(Button.class).withText("Affichage mural").exists()).isFalse();
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    here.member(Role.NURSE).id(),
                    here.centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")),
                    null);
            return null;
        });
        navigate(WardView.class);
        press("Affichage mural");
        press("Nouvel affichage");
        inDialog("Créer le code");
        var name = $(TextField.class).withCaption("Où il se trouve").single();
        assertThat(name.isInvalid()).isTrue();
        name.setValue("Couloir");
        inDialog("Créer le code");
        assertThat(text($(WallDisplaysPanel.class).single()))
                .containsPattern("[2-9A-Z]{5}-[2-9A-Z]{5}")
                .contains("Couloir", "attend son code jusqu’à");
        button("Retirer l’affichage Couloir").click();
        inDialog("Retirer");
        assertThat(text($(WallDisplaysPanel.class).single())).contains("Aucun écran au mur");
    }

    @Test
    void the_wards_of_other_centres_are_not_there() {
        navigate("ward/" + elsewhere.ward(), Component.class);
        assertThat($(WardView.class).exists()).isFalse();
        assertThat($(WardCard.class).exists()).isFalse();
    }

    /** A CIWA-Ar of nothing, so that the person may sleep. */
    private void calm() {
        here.as(
                Role.NURSE,
                () -> assessments.sign(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SignInstrument(
                                AssessmentId.create(),
                                "CIWA_AR",
                                1,
                                null,
                                Stream.of(
                                                "NAUSEA",
                                                "TREMOR",
                                                "SWEATS",
                                                "ANXIETY",
                                                "AGITATION",
                                                "TACTILE",
                                                "AUDITORY",
                                                "VISUAL",
                                                "HEADACHE",
                                                "ORIENTATION")
                                        .collect(java.util.stream.Collectors.toMap(item -> item, _ -> 0)),
                                null,
                                false,
                                null,
                                clock.instant(),
                                here.centre(),
                                null,
                                null)));
    }

    private IntegerField number(String label) {
        return $(IntegerField.class).withCaption(label).single();
    }

    private void begin(String code) {
        press("Commencer un sevrage");
        choose(code);
        if (substances().getValue().isEmpty()) {
            substances().setValue(java.util.Set.of(org.relais.detox.Substance.HEROIN));
        }
        inDialog("Commencer la surveillance");
        assertThat($(FormDialog.class).exists()).isFalse();
    }

    private void choose(String code) {
        var field = protocol();
        field.setValue(field.getListDataView()
                .getItems()
                .filter(one -> one.rule().code().equals(code))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private Select<DetoxProtocol> protocol() {
        return (Select<DetoxProtocol>) $(Select.class).withCaption("Protocole").single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<org.relais.detox.Substance> substances() {
        return (CheckboxGroup<org.relais.detox.Substance>)
                $(CheckboxGroup.class).withCaption("Substances").single();
    }

    private void waiting(String alias) {
        here.as(Role.NURSE, () -> {
            var one = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(here.centre(), here.ward(), Identity.alias(alias)));
            return episodes.waitFor(
                    access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new PutOnWaitingList(null, 0, here.ward(), Priority.NORMAL, null, null));
        });
    }

    private void admit(String givenName, int bed) {
        here.as(Role.NURSE, () -> {
            var one = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            here.centre(),
                            here.ward(),
                            Identity.named(givenName, "Castellane", LocalDate.of(1990, 3, 14))));
            return episodes.admit(
                    access.grant(one, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, here.ward(), here.beds().get(bed), null));
        });
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ExpectedRow> expected() {
        return (ComboBox<ExpectedRow>) $(ComboBox.class).withCaption("Personne").single();
    }

    @SuppressWarnings("unchecked")
    private Select<BedRow> bed() {
        return (Select<BedRow>) $(Select.class).withCaption("Lit").single();
    }

    private String card(String bed) {
        return $(WardCard.class).all().stream()
                .map(WardViewTests::text)
                .filter(text -> text.startsWith(bed))
                .findFirst()
                .orElseThrow();
    }

    private String texts() {
        return text($(WardView.class).single());
    }

    private static String text(Component component) {
        return Stream.concat(
                        Stream.of(component.getElement().getText()),
                        component.getChildren().map(WardViewTests::text))
                .filter(part -> !part.isBlank())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private Button button(String label) {
        return $(Button.class).all().stream()
                .filter(one -> one.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        test($(Button.class).withText(text).all().getFirst()).click();
    }

    private void inDialog(String text) {
        test($(Button.class).withText(text).all().getLast()).click();
    }
}
