package org.relais.emergency.ui;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.relais.access.AccessService;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.EmergencyVerdict;
import org.relais.access.Locks;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.emergency.EmergencyRoutes;
import org.relais.episode.People;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.EmptyState;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.TimeLeft;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: a life is at stake and the record is closed; it opens, closes by itself, and somebody looks at why. */
@RelaisTest
@Import({MovableClock.class, People.class})
class EmergencyViewTests extends SpringBrowserlessTest {

    private static final String EXPLANATION = "Trouvée inconsciente dans le couloir";

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    AccessService access;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    PersonService persons;

    @Autowired
    StaffSetup staff;

    @Autowired
    ReviewsBadge badge;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Place here;
    Place elsewhere;
    PersonId person;
    Duration moved = Duration.ZERO;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here, "Orion-83");
        SignedIn.as(elsewhere.member(Role.NURSE));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        move(moved.negated());
    }

    @Test
    void from_the_refused_page_through_the_dialog_to_the_record_and_out_again() {
        openRecord();
        assertThat(title()).isEqualTo("Aucune page à montrer ici");
        press("Accès d’urgence…");
        assertThat(reason().getValue()).isNull();
        reason().setValue(EmergencyReason.UNCONSCIOUS);
        explanation().setValue(EXPLANATION);
        press("Ouvrir 30 min");
        assertThat(find(EmergencyDialog.class).exists()).isFalse();
        assertThat(title()).isEqualTo("Orion-83");
        assertThat(bars()).singleElement().satisfies(bar -> {
            assertThat(text(bar)).contains("Accès d’urgence ouvert : Orion-83", "se ferme seul à");
            assertThat(bar.getElement().getAttribute("role")).isEqualTo("region");
        });
        assertThat(find(TimeLeft.class).single().getElement().getAttribute("covers"))
                .isEqualTo(PersonRoutes.record(person));

        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        assertThat(bars()).hasSize(1);
        openRecord();
        press("Terminer maintenant");
        assertThat(path()).doesNotContain(person.toString());
        assertThat(bars())
                .singleElement()
                .satisfies(bar -> assertThat(text(bar)).contains("Accès d’urgence terminé"));
        assertThat(find(TimeLeft.class).exists()).isFalse();
        openRecord();
        assertThat(title()).isEqualTo("Aucune page à montrer ici");
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost() {
        openRecord();
        press("Accès d’urgence…");
        press("Ouvrir 30 min");
        assertThat(reason().isInvalid()).isTrue();
        reason().setValue(EmergencyReason.OVERDOSE);
        explanation().setValue("Trop court");
        choice().setValue(60);
        assertThat(explanation().getHelperText()).contains("10", "20");
        press("Ouvrir 60 min");
        assertThat(explanation().isInvalid()).isTrue();
        assertThat(explanation().getErrorMessage()).isEqualTo("Décrivez la situation en 20 caractères au moins.");
        assertThat(explanation().getValue()).isEqualTo("Trop court");
        assertThat(reason().getValue()).isEqualTo(EmergencyReason.OVERDOSE);
        assertThat(rows()).isZero();
        explanation().setValue(EXPLANATION);
        press("Ouvrir 60 min");
        assertThat(title()).isEqualTo("Orion-83");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void the_dialog_answers_alike_for_a_protected_person_and_for_nobody() {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    java.util.Set.of(),
                    "Menacée par un proche");
            return null;
        });
        var answers =
                List.of(person, PersonId.create()).stream().map(this::askFor).toList();
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).contains("Rien n’a été ouvert").isEqualTo(answers.getLast());
    }

    @Test
    void a_role_that_may_not_use_it_is_offered_nothing() {
        for (var role : List.of(Role.PEER_WORKER, Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR)) {
            SignedIn.as(elsewhere.member(role));
            openRecord();
            assertThat(title()).isEqualTo("Aucune page à montrer ici");
            assertThat(offers()).as(role.name()).isEmpty();
        }
        SignedIn.as(elsewhere.member(Role.NURSE));
        UI.getCurrentOrThrow().navigate("people/nobody");
        assertThat(offers()).isEmpty();
        UI.getCurrentOrThrow().navigate("no-such-page");
        assertThat(offers()).isEmpty();
    }

    @Test
    void a_locked_section_offers_it_and_opens() {
        SignedIn.as(here.member(Role.NURSE));
        here.as(Role.NURSE, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL);
            return null;
        });
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person, "vital-signs"));
        assertThat(page()).contains("La personne a verrouillé cette rubrique");
        press("Accès d’urgence…");
        reason().setValue(EmergencyReason.SEVERE_WITHDRAWAL);
        explanation().setValue(EXPLANATION);
        press("Ouvrir 30 min");
        assertThat(path()).isEqualTo(PersonRoutes.record(person, "vital-signs"));
        assertThat(page())
                .doesNotContain("La personne a verrouillé cette rubrique")
                .contains("Accès d’urgence ouvert : Orion-83");
        assertThat(offers()).isEmpty();
    }

    @Test
    void when_its_time_is_over_the_record_is_left_whatever_the_browser_says() {
        begin(elsewhere, Role.NURSE, 30);
        openRecord();
        assertThat(title()).isEqualTo("Orion-83");
        var left = find(TimeLeft.class).single();
        // A browser whose clock runs ahead: it is told the time, and nothing closes
        fire(left);
        assertThat(left.getElement().getAttribute("server-time")).isNotNull();
        assertThat(title()).isEqualTo("Orion-83");
        move(Duration.ofMinutes(30));
        fire(left);
        assertThat(path()).doesNotContain(person.toString());
        assertThat(page()).contains("Accès d’urgence terminé").doesNotContain("Orion-83");
    }

    @Test
    void of_two_the_first_to_end_stands_first() {
        var other = people.registeredAt(here, "Comète-12");
        begin(elsewhere, Role.NURSE, 60);
        elsewhere.as(
                Role.NURSE,
                () -> emergencies.begin(
                        new BeginEmergency(EmergencyId.create(), other, EmergencyReason.OVERDOSE, EXPLANATION, 30)));
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        assertThat(bars()).hasSize(2);
        assertThat(text(bars().getFirst())).contains("Comète-12");
        assertThat(text(bars().getLast())).contains("Orion-83");
    }

    @Test
    void a_coordinator_is_told_by_name_goes_to_the_review_and_decides() {
        begin(elsewhere, Role.NURSE, 30);
        SignedIn.as(here.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        assertThat(notices()).singleElement().satisfies(bar -> {
            assertThat(text(bar)).contains("a ouvert un dossier en urgence", "Orion-83");
            assertThat(find(Anchor.class, bar).single().getHref()).isEqualTo(EmergencyRoutes.REVIEWS);
        });
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.REVIEWS);
        assertThat(text(find(ReviewCard.class).single())).contains("Encore ouvert jusqu’à", EXPLANATION, "Orion-83");
        assertThat(find(Button.class).withText("Revoir…").exists()).isFalse();

        move(Duration.ofMinutes(31));
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.REVIEWS);
        press("Revoir…");
        press("Enregistrer la revue");
        assertThat(verdict().isInvalid()).isTrue();
        verdict().setValue(EmergencyVerdict.JUSTIFIED);
        press("Enregistrer la revue");
        assertThat(comment().isInvalid()).isTrue();
        assertThat(verdict().getValue()).isEqualTo(EmergencyVerdict.JUSTIFIED);
        comment().setValue("Appel du service vérifié");
        press("Enregistrer la revue");
        assertThat(find(ReviewDialog.class).exists()).isFalse();
        assertThat(find(ReviewCard.class).exists()).isFalse();
        assertThat(text(find(EmptyState.class).single())).contains("Tout est à jour");
        press("Vu");
        assertThat(notices()).isEmpty();
    }

    @Test
    void who_may_not_name_the_person_is_told_without_a_name() {
        begin(elsewhere, Role.NURSE, 30);
        var id = jdbc.sql("SELECT id FROM access_emergency WHERE person_id = ?")
                .param(person.value())
                .query((row, number) -> new EmergencyId(org.relais.shared.Utc.uuid(row, "id")))
                .single();
        // Somebody of another centre who wrote in the record once
        jdbc.sql("INSERT INTO access_notice (id, staff_id, person_id, kind, source_id, told_by, told_at)"
                        + " VALUES (?,?,?,'EMERGENCY_BEGUN',?,?,?)")
                .param(org.relais.shared.NoticeId.create().value())
                .param(elsewhere.member(Role.PHYSICIAN).id().value())
                .param(person.value())
                .param(id.value())
                .param(elsewhere.member(Role.NURSE).id().value())
                .param(org.relais.shared.Utc.column(clock.instant()))
                .update();
        SignedIn.as(elsewhere.member(Role.PHYSICIAN));
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        assertThat(notices()).singleElement().satisfies(bar -> {
            assertThat(text(bar)).contains("a ouvert un dossier en urgence").doesNotContain("Orion-83");
            assertThat(find(Anchor.class, bar).exists()).isFalse();
        });
    }

    @Test
    void an_auditor_sees_what_is_late_without_the_person_and_the_explanation() {
        begin(elsewhere, Role.NURSE, 30);
        move(Duration.ofDays(10));
        SignedIn.as(here.member(Role.AUDITOR));
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.REVIEWS);
        assertThat(find(ReviewCard.class).all())
                .anySatisfy(card -> assertThat(text(card))
                        .contains(person.toString().substring(24), "Retard")
                        .doesNotContain("Orion-83", EXPLANATION));
        assertThat(find(Button.class).withText("Revoir…").exists()).isFalse();
    }

    @Test
    void the_answer_that_a_record_exists_elsewhere_offers_it_to_whoever_may_and_opens_the_record() {
        var number = here.as(
                Role.NURSE,
                () -> persons.head(access.grant(person, Section.RECORD)).name().fileNumber());
        for (var role : List.of(Role.PEER_WORKER, Role.COORDINATOR)) {
            SignedIn.as(elsewhere.member(role));
            lookFor(number);
            assertThat(find(Button.class).withText("Demander l’accès").exists())
                    .as(role.name())
                    .isTrue();
            assertThat(offers()).as(role.name()).isEmpty();
        }
        SignedIn.as(elsewhere.member(Role.NURSE));
        lookFor("RL-99999999");
        assertThat(offers()).isEmpty();
        lookFor(number);
        // Nothing of the person but what the answer says
        assertThat(page()).doesNotContain("Orion-83").doesNotContain(person.toString());
        press("Accès d’urgence…");
        reason().setValue(EmergencyReason.UNCONSCIOUS);
        explanation().setValue(EXPLANATION);
        press("Ouvrir 30 min");
        assertThat(title()).isEqualTo("Orion-83");
    }

    @Test
    void a_protected_person_is_not_answered_so_nothing_is_offered() {
        var number = here.as(
                Role.NURSE,
                () -> persons.head(access.grant(person, Section.RECORD)).name().fileNumber());
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    java.util.Set.of(),
                    "Menacée par un proche");
            return null;
        });
        lookFor(number);
        assertThat(find(NoticeBar.class, find(Main.class).single()).exists()).isFalse();
        assertThat(offers()).isEmpty();
    }

    @Test
    void the_privacy_officer_sees_what_is_late_in_their_centre_while_they_are() {
        begin(elsewhere, Role.NURSE, 30);
        var physician = here.member(Role.PHYSICIAN);
        var today = clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(physician.id(), here.centre(), StaffFunction.PRIVACY_OFFICER, today, today.plusDays(10));
            staff.giveFunction(
                    elsewhere.member(Role.PHYSICIAN).id(),
                    elsewhere.centre(),
                    StaffFunction.PRIVACY_OFFICER,
                    today,
                    null);
            staff.giveFunction(here.member(Role.NURSE).id(), here.centre(), StaffFunction.CHARGE_NURSE, today, null);
            return null;
        });
        SignedIn.as(physician);
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).doesNotContain("en retard");
        move(Duration.ofDays(10));
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.LATE);
        assertThat(text(find(ReviewCard.class).single()))
                .contains(person.toString().substring(24), "Retard")
                .doesNotContain("Orion-83", EXPLANATION);
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).contains("Revue d’un accès d’urgence en retard");
        // Another centre's officer, and another function
        SignedIn.as(elsewhere.member(Role.PHYSICIAN));
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.LATE);
        assertThat(find(ReviewCard.class).exists()).isFalse();
        SignedIn.as(here.member(Role.NURSE));
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.LATE);
        assertThat(title()).isEqualTo("Aucune page à montrer ici");
        // The term is over with its last day
        move(Duration.ofDays(1));
        SignedIn.as(physician);
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        UI.getCurrentOrThrow().navigate(EmergencyRoutes.LATE);
        assertThat(title()).isEqualTo("Aucune page à montrer ici");
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).doesNotContain("en retard, ");
    }

    @Test
    void the_auditors_first_page_counts_what_is_late() {
        SignedIn.as(here.member(Role.AUDITOR));
        move(Duration.ofDays(10));
        var before = badge.count().orElse(0);
        elsewhere.as(
                Role.NURSE,
                () -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(), person, EmergencyReason.UNCONSCIOUS, EXPLANATION, 30)));
        assertThat(badge.count().orElse(0)).isEqualTo(before);
        move(Duration.ofDays(10));
        assertThat(badge.count()).isPresent();
        var late = badge.count().getAsInt();
        assertThat(late).isGreaterThan(before);
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).contains(late + " en attente");
    }

    @Test
    void the_review_stands_in_my_day_until_it_is_done() {
        begin(elsewhere, Role.NURSE, 30);
        SignedIn.as(here.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(page()).contains("Accès d’urgence à revoir");
        SignedIn.as(elsewhere.member(Role.COORDINATOR));
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        UI.getCurrentOrThrow().navigate("my-day");
        assertThat(find(Button.class).withText("Ouvrir").exists()).isFalse();
    }

    private void lookFor(String number) {
        UI.getCurrentOrThrow().navigate("my-day");
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        test(find(TextField.class, find(Main.class).single()).single()).setValue(number);
    }

    private String askFor(PersonId about) {
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(about));
        press("Accès d’urgence…");
        reason().setValue(EmergencyReason.UNCONSCIOUS);
        explanation().setValue(EXPLANATION);
        press("Ouvrir 30 min");
        var dialog = find(EmergencyDialog.class).single();
        var answer = text(find(NoticeBar.class, dialog).single());
        assertThat(explanation().getValue()).isEqualTo(EXPLANATION);
        dialog.close();
        return answer;
    }

    // In another window: this one looks again after half a minute
    private void begin(Place place, Role role, int minutes) {
        place.as(
                role,
                () -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(), person, EmergencyReason.UNCONSCIOUS, EXPLANATION, minutes)));
        move(Duration.ofSeconds(31));
    }

    private static void fire(TimeLeft left) {
        left.getElement()
                .getNode()
                .getFeature(com.vaadin.flow.internal.nodefeature.ElementListenerMap.class)
                .fireEvent(new com.vaadin.flow.dom.DomEvent(
                        left.getElement(), "relais-ended", com.vaadin.flow.internal.JacksonUtils.createObjectNode()));
    }

    private void openRecord() {
        UI.getCurrentOrThrow().navigate(PersonRoutes.LIST);
        UI.getCurrentOrThrow().navigate(PersonRoutes.record(person));
    }

    private String page() {
        return text(find(Main.class).single());
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private static String path() {
        return UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPath();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).last()).click();
    }

    private List<Button> offers() {
        return find(Button.class).withText("Accès d’urgence…").all();
    }

    private List<NoticeBar> bars() {
        return find(NoticeBar.class, find(OpenBars.class).single()).all();
    }

    private List<NoticeBar> notices() {
        return find(NoticeBar.class, find(NoticeBars.class).single()).all();
    }

    @SuppressWarnings("unchecked")
    private Select<EmergencyReason> reason() {
        return find(Select.class).withLabel("Raison").single();
    }

    private TextArea explanation() {
        return find(TextArea.class)
                .withLabel("Ce qui se passe et ce que vous cherchez")
                .single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Integer> choice() {
        return find(RadioButtonGroup.class, find(EmergencyDialog.class).single())
                .single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<EmergencyVerdict> verdict() {
        return find(RadioButtonGroup.class, find(ReviewDialog.class).single()).single();
    }

    private TextArea comment() {
        return find(TextArea.class, find(ReviewDialog.class).single()).single();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private int rows() {
        return jdbc.sql("SELECT COUNT(*) FROM access_emergency WHERE person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private void move(Duration time) {
        clock.move(time);
        moved = moved.plus(time);
    }
}
