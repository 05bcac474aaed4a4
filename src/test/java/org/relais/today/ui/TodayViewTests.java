package org.relais.today.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessRequests;
import org.relais.access.AccessService;
import org.relais.access.AccessWish;
import org.relais.access.AskAccess;
import org.relais.access.GivenAccesses;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EndTransfer;
import org.relais.episode.EpisodeService;
import org.relais.episode.People;
import org.relais.episode.RequestTransfer;
import org.relais.episode.Transfers;
import org.relais.shared.AccessRequestId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.TransferId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.SignedIn;
import org.relais.uikit.DueLabel;
import org.relais.uikit.SegmentedSwitch;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

import static org.assertj.core.api.Assertions.assertThat;

/** Use case: a social worker begins the day and sees what is late, what comes next, and for whom. */
@RelaisTest
@Import({MovableClock.class, People.class})
class TodayViewTests extends SpringBrowserlessTest {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Transfers transfers;

    @Autowired
    AccessRequests requests;

    @Autowired
    Worklist worklist;

    @Autowired
    AccessService access;

    @Autowired
    GivenAccesses accesses;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = people.registeredAt(here, "Samira B.");
        SignedIn.as(here.member(Role.SOCIAL_WORKER));
        super.initVaadinEnvironment();
        UI.getCurrentOrThrow().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_bare_address_leads_to_my_day_and_an_empty_day_says_so() {
        UI.getCurrentOrThrow().navigate("waiting-list");
        UI.getCurrentOrThrow().navigate("");
        assertThat(getCurrentView()).isInstanceOf(TodayView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("Bonjour Given");
        assertThat($(H2.class).withTextContaining("Tout est à jour").exists()).isTrue();
    }

    @Test
    void what_is_late_stands_first_with_the_name_and_how_late() {
        task(Duration.ofDays(3), null, "Bilan logement");
        task(Duration.ofDays(-6), null, "Réponse de l’agence");
        task(Duration.ofMinutes(10).negated(), null, "Appeler la mairie");
        navigate(TodayView.class);
        assertThat($(DayRow.class).all()).hasSize(3);
        assertThat(texts($(DayRow.class).all().getFirst())).contains("Samira B.", "Réponse de l’agence", "Retard 6 j");
        assertThat(texts($(DayRow.class).all().get(1))).contains("Appeler la mairie");
        assertThat($(DueLabel.class, $(DayRow.class).all().get(1)).exists()).isTrue();
        assertThat($(Span.class).withText("En retard, 2").exists()).isTrue();
        assertThat($(Span.class).withText("Prochains jours, 1").exists()).isTrue();
    }

    @Test
    void the_switch_leaves_what_was_given_to_me() {
        task(Duration.ZERO, here.member(Role.SOCIAL_WORKER).id(), "Pour moi seule");
        task(Duration.ZERO, null, "Pour l’équipe");
        navigate(TodayView.class);
        assertThat($(DayRow.class).all()).hasSize(2);
        mine().setValue(true);
        assertThat($(DayRow.class).all())
                .singleElement()
                .satisfies(row -> assertThat(texts(row)).contains("Pour moi seule"));
    }

    @Test
    void an_auditor_finds_the_pages_of_their_role_and_no_record() {
        SignedIn.as(here.member(Role.AUDITOR));
        navigate(TodayView.class);
        assertThat($(Anchor.class).all()).extracting(Anchor::getText).contains("Règles d’accès", "Centres et équipes");
        assertThat($(DayRow.class).exists()).isFalse();
    }

    @Test
    void a_transfer_names_the_person_to_whose_own_lists_they_stand_in_and_to_nobody_before() {
        var nurse = here.member(Role.NURSE);
        here.as(Role.NURSE, () -> {
            var episode = episodes.admit(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, here.ward(), null, null));
            return transfers.request(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new RequestTransfer(
                            TransferId.create(),
                            episode,
                            episodes.of(access.grant(person, Section.RECORD))
                                    .getFirst()
                                    .version(),
                            elsewhere.ward(),
                            LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")),
                            null,
                            "Dort mal"));
        });
        SignedIn.as(elsewhere.member(Role.NURSE));
        navigate(TodayView.class);
        // Asked, and not known there: the line stands without a name, and so does its button
        assertThat(texts($(DayRow.class).single()))
                .contains("Transfert demandé", "Personne non visible ici")
                .doesNotContain("Samira B.");
        assertThat($(Button.class, $(DayRow.class).single()).single().getAriaLabel())
                .hasValueSatisfying(label -> assertThat(label).doesNotContain("Samira B."));
        elsewhere.as(Role.NURSE, () -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var asked = transfers.ofMyUnits(scope).getFirst();
            transfers.refuse(scope, new EndTransfer(asked.id(), asked.version(), "Pas de place"));
            return null;
        });
        SignedIn.as(nurse);
        UI.getCurrentOrThrow().navigate("waiting-list");
        navigate(TodayView.class);
        assertThat(texts($(DayRow.class).single())).contains("Transfert refusé", "Samira B.");
    }

    @Test
    void what_one_is_told_of_an_access_names_the_person_only_where_ones_own_lists_do() {
        var asked = elsewhere.as(
                Role.PSYCHOLOGIST,
                () -> requests.ask(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new AskAccess(
                                AccessRequestId.create(),
                                person,
                                here.centre(),
                                elsewhere.centre(),
                                AccessWish.ACCESS,
                                "Vient chez nous depuis lundi")));
        SignedIn.as(here.member(Role.COORDINATOR));
        navigate(TodayView.class);
        assertThat(page()).contains("Samira B.");
        here.as(Role.COORDINATOR, () -> {
            requests.refuse(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), asked, "Pas d’accord");
            return null;
        });
        SignedIn.as(elsewhere.member(Role.PSYCHOLOGIST));
        UI.getCurrentOrThrow().navigate("waiting-list");
        navigate(TodayView.class);
        assertThat(page()).contains("refusé").doesNotContain("Samira B.");
    }

    @Test
    void what_is_due_on_a_day_shows_the_day_and_no_hour_and_is_late_when_the_day_is_over() {
        var yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).minusDays(1);
        task(yesterday, "Fiche de liaison");
        navigate(TodayView.class);
        assertThat(texts($(DayRow.class).single()))
                .contains("Fiche de liaison", "Retard 1 j")
                .doesNotContain("23:59");
        assertThat($(DueLabel.class).exists()).isFalse();
    }

    @Test
    void the_caseload_stands_by_days_overdue_and_ends_with_those_for_whom_nothing_is_due() {
        var me = here.member(Role.SOCIAL_WORKER).id();
        var late = people.registeredAt(here, "Claire F.");
        var calm = people.registeredAt(here, "Oskar T.");
        var another = people.registeredAt(here, "Djibril A.");
        task(person, Duration.ofDays(-2), me, "Bilan logement");
        task(person, Duration.ofDays(4), me, "Audience");
        task(late, Duration.ofDays(-18), me, "Réponse de la MDPH");
        task(another, Duration.ofDays(-30), here.member(Role.PSYCHOLOGIST).id(), "Pas à moi");
        accesses.nameKeyWorker(
                access.grant(calm, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), here.centre(), me);
        navigate(TodayView.class);
        var rows = $(NativeTableRow.class, $(CaseloadPanel.class).single()).all().stream()
                .skip(1)
                .map(row -> row.getElement().getTextRecursively())
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).contains("Claire F.", "Réponse de la MDPH", "Retard 18 j");
        assertThat(rows.get(1)).contains("Samira B.", "Bilan logement", "et 1 autre", "Retard 2 j");
        assertThat(rows.getLast()).contains("Oskar T.", "rien d’attendu");
    }

    @Test
    void whoever_is_key_worker_no_more_follows_no_more() {
        var grant = access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
        accesses.nameKeyWorker(
                grant, here.centre(), here.member(Role.SOCIAL_WORKER).id());
        navigate(TodayView.class);
        assertThat(rowsOfCaseload()).isEqualTo(1);
        accesses.nameKeyWorker(
                access.fresh(grant),
                here.centre(),
                here.member(Role.PSYCHOLOGIST).id());
        UI.getCurrentOrThrow().navigate("waiting-list");
        navigate(TodayView.class);
        assertThat(rowsOfCaseload()).isZero();
        SignedIn.as(here.member(Role.PSYCHOLOGIST));
        UI.getCurrentOrThrow().navigate("waiting-list");
        navigate(TodayView.class);
        assertThat(rowsOfCaseload()).isEqualTo(1);
    }

    @Test
    void a_nurse_begins_with_the_tasks_of_the_ward() {
        SignedIn.as(here.member(Role.NURSE));
        navigate(TodayView.class);
        assertThat($(CaseloadPanel.class).exists()).isFalse();
    }

    private long rowsOfCaseload() {
        return $(NativeTableRow.class, $(CaseloadPanel.class).single()).all().stream()
                .skip(1)
                .count();
    }

    private void task(LocalDate day, String title) {
        var end = new ServiceDay(ZoneId.of("Europe/Paris"), LocalTime.MIDNIGHT).endOf(day);
        task(person, end, day, null, title);
    }

    private void task(Duration fromNow, @Nullable StaffId assignee, String title) {
        task(person, fromNow, assignee, title);
    }

    private void task(PersonId whose, Duration fromNow, @Nullable StaffId assignee, String title) {
        task(whose, clock.instant().plus(fromNow), null, assignee, title);
    }

    private void task(
            PersonId whose, Instant dueAt, @Nullable LocalDate dueOn, @Nullable StaffId assignee, String title) {
        var grant = access.grant(whose, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
        transaction.executeWithoutResult(status -> worklist.put(
                grant,
                new NewTask(
                        whose,
                        Section.ADMINISTRATIVE,
                        Discipline.SOCIAL,
                        "reintegration.step",
                        TaskTitle.text(title),
                        dueAt,
                        dueOn,
                        assignee,
                        null,
                        here.centre(),
                        StepId.create(),
                        null)));
    }

    private String page() {
        return $(com.vaadin.flow.component.html.Main.class)
                .single()
                .getElement()
                .getTextRecursively();
    }

    private static String texts(DayRow row) {
        return row.getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private SegmentedSwitch<Boolean> mine() {
        return $(SegmentedSwitch.class).single();
    }
}
