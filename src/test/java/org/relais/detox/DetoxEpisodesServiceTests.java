package org.relais.detox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.VitalSigns;
import org.relais.episode.Admit;
import org.relais.episode.Destination;
import org.relais.episode.Discharge;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.medication.Administrations;
import org.relais.medication.DrugForm;
import org.relais.medication.DrugRoute;
import org.relais.medication.GiveDose;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Orders;
import org.relais.medication.Regimen;
import org.relais.medication.SignOrder;
import org.relais.person.AddAlert;
import org.relais.person.AlertFlag;
import org.relais.person.AlertKind;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.Conflict;
import org.relais.shared.DetoxId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.OmissionId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaleVersion;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A withdrawal from its beginning to its end, and the board that shows it. */
@RelaisTest
@Import(MovableClock.class)
class DetoxEpisodesServiceTests {

    private static final List<String> CIWA = List.of(
            "NAUSEA",
            "TREMOR",
            "SWEATS",
            "ANXIETY",
            "AGITATION",
            "TACTILE",
            "AUDITORY",
            "VISUAL",
            "HEADACHE",
            "ORIENTATION");

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    WardBoard board;

    @Autowired
    OmissionWatch watch;

    @Autowired
    Orders orders;

    @Autowired
    Administrations doses;

    @Autowired
    Assessments assessments;

    @Autowired
    EpisodeService episodes;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    StatementLog statements;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = admitted("Rémi", 0);
    }

    @Test
    void a_withdrawal_begins_shows_on_the_board_and_its_first_observations_are_due_in_half_an_hour() {
        var started = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        assertThat(started.day()).isOne();
        var row = board().getFirst();
        assertThat(row.detox()).isEqualTo(started);
        assertThat(row.observations()).extracting(ObservationNow::instrument).containsExactly("CIWA_AR", "NEWS2");
        assertThat(leading().course().dueAt())
                .isEqualTo(started.startedAt().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(30)));
        assertThat(board().get(1).bed().taken()).isFalse();
    }

    @Test
    void a_score_moves_the_clock_by_its_band_and_a_minute_after_the_grace_it_is_overdue() {
        here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        clock.move(Duration.ofMinutes(20));
        score(16);
        var made = clock.instant();
        var leading = leading();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(leading.last()).findings())
                        .total())
                .isEqualTo(16);
        assertThat(leading.course().interval()).isEqualTo(Duration.ofHours(1));
        assertThat(leading.course().past())
                .extracting(ObservationCourse.Slot::outcome)
                .containsExactly(SlotOutcome.ON_TIME);
        clock.move(Duration.between(clock.instant(), made.plus(Duration.ofMinutes(75))));
        assertThat(status()).isEqualTo(ObservationStatus.DUE);
        clock.move(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(ObservationStatus.OVERDUE);
        clock.move(Duration.ofMinutes(60));
        assertThat(leading().course().omittedInRow()).isOne();
    }

    @Test
    void beginning_twice_with_one_id_is_one_withdrawal_and_a_second_one_is_refused() {
        var command = alcohol(Set.of(), null);
        var first = here.as(Role.NURSE, () -> detoxes.start(write(), command));
        assertThat(here.<DetoxRow>as(Role.NURSE, () -> detoxes.start(write(), command)))
                .isEqualTo(first);
        assertThatThrownBy(() -> here.as(Role.PHYSICIAN, () -> detoxes.start(write(), alcohol(Set.of(), null))))
                .isInstanceOf(Conflict.class)
                .hasMessageStartingWith("detox.error.another-live");
    }

    @Test
    void of_two_who_begin_at_once_one_is_told() throws Exception {
        var gate = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var tries = List.of(Role.NURSE, Role.PHYSICIAN).stream()
                    .map(role -> both.submit(() -> here.as(role, () -> {
                        var grant = write();
                        gate.await();
                        try {
                            return detoxes.start(grant, alcohol(Set.of(), null)) == null ? "" : "begun";
                        } catch (Conflict told) {
                            return told.key();
                        }
                    })))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get()))
                    .containsExactlyInAnyOrder("begun", "detox.error.another-live");
        }
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, ALCOHOL, 0, protocol", "ALC_IN, HEROIN, 0, substances", "ALC_IN, ALCOHOL, -1, plannedEnd"})
    void what_cannot_be_is_refused_where_it_was_entered(String protocol, Substance substance, int days, String field) {
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> detoxes.start(
                                write(),
                                new StartDetox(
                                        DetoxId.create(),
                                        here.centre(),
                                        protocol,
                                        List.of(substance),
                                        null,
                                        today().plusDays(days),
                                        Set.of(),
                                        false,
                                        null))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void an_outpatient_withdrawal_against_the_setting_needs_a_physician_and_a_reason() {
        var command = outpatient(Set.of("PAST_COMPLICATION"), "Il refuse l’hôpital, sa sœur reste avec lui");
        refusedAt("obstacles", Role.NURSE, command);
        refusedAt("reason", Role.PHYSICIAN, outpatient(Set.of("PAST_COMPLICATION"), "Il veut"));
        refusedAt("obstacles", Role.PHYSICIAN, outpatient(Set.of("SOMETHING"), "Il refuse l’hôpital"));
        var begun = here.as(Role.PHYSICIAN, () -> detoxes.start(write(), command));
        assertThat(begun.setting()).isEqualTo(DetoxSetting.OUTPATIENT);
    }

    @Test
    void an_opioid_withdrawal_beyond_four_weeks_is_acknowledged_first() {
        refusedAt("plannedEnd", Role.PHYSICIAN, opioid(29, false));
        assertThat(here.<DetoxRow>as(Role.PHYSICIAN, () -> detoxes.start(write(), opioid(28, false)))
                        .plannedEnd())
                .isEqualTo(today().plusDays(27));
    }

    @Test
    void a_length_that_was_acknowledged_is_taken() {
        assertThat(here.<DetoxRow>as(Role.PHYSICIAN, () -> detoxes.start(write(), opioid(29, true)))
                        .state())
                .isEqualTo(DetoxState.ACTIVE);
    }

    @Test
    void a_refusal_is_told_with_its_reason_once_and_asks_again_within_the_hour() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        score(3);
        var id = OmissionId.create();
        assertThatThrownBy(() -> omit(id, detox, OmissionKind.REFUSED, null, VitalSigns.NONE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
        omit(id, detox, OmissionKind.REFUSED, "Veut dormir", VitalSigns.NONE);
        omit(id, detox, OmissionKind.REFUSED, "Veut dormir", VitalSigns.NONE);
        var course = leading().course();
        assertThat(course.past())
                .extracting(ObservationCourse.Slot::outcome)
                .containsExactly(SlotOutcome.ON_TIME, SlotOutcome.REFUSED);
        assertThat(course.interval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_dose_of_buprenorphine_asks_for_an_observation_an_hour_later_and_the_last_one_allowed_for_the_physician() {
        here.as(
                Role.NURSE,
                () -> detoxes.start(
                        write(),
                        new StartDetox(
                                DetoxId.create(),
                                here.centre(),
                                "BUP_IND",
                                List.of(Substance.HEROIN),
                                null,
                                today().plusDays(4),
                                Set.of(),
                                false,
                                null)));
        var order = here.as(
                Role.PHYSICIAN,
                () -> orders.sign(
                        write(),
                        new SignOrder(
                                OrderId.create(),
                                here.centre(),
                                null,
                                new OrderedDrug(
                                        "BUPRENORPHINE",
                                        "buprénorphine",
                                        null,
                                        DrugForm.TABLET,
                                        DrugRoute.SUBLINGUAL,
                                        "mg"),
                                new Regimen.AsNeeded(BigDecimal.valueOf(4), 60, BigDecimal.valueOf(4), null),
                                "Induction",
                                false,
                                null,
                                clock.instant().plus(Duration.ofDays(1)),
                                null,
                                Set.of(),
                                null)));
        here.as(Role.NURSE, () -> {
            var values = new HashMap<String, Integer>();
            List.of(
                            "PULSE",
                            "SWEATING",
                            "RESTLESSNESS",
                            "PUPILS",
                            "ACHES",
                            "NOSE_EYES",
                            "GASTROINTESTINAL",
                            "TREMOR",
                            "YAWNING",
                            "ANXIETY",
                            "GOOSEFLESH")
                    .forEach(item -> values.put(item, 0));
            return assessments.sign(
                    write(),
                    new SignInstrument(
                            AssessmentId.create(),
                            "COWS",
                            1,
                            null,
                            values,
                            null,
                            false,
                            null,
                            clock.instant(),
                            here.centre(),
                            null,
                            null));
        });
        assertThat(leading().course().interval()).isEqualTo(Duration.ofDays(1));
        clock.move(Duration.ofMinutes(10));
        var given = clock.instant();
        here.as(
                Role.NURSE,
                () -> doses.give(
                        write(),
                        new GiveDose(
                                AdministrationId.create(),
                                order.id(),
                                null,
                                BigDecimal.valueOf(4),
                                given,
                                null,
                                null)));
        assertThat(leading().course().dueAt())
                .isEqualTo(given.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(1)));
        // And it was all that the order allows in a day
        assertThat(board().getFirst().alarms())
                .extracting(alarm ->
                        Objects.requireNonNull(alarm.matter()).rule().rule().code())
                .containsExactly("E14");
    }

    @Test
    void two_refusals_in_a_row_call_for_help_once() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        omit(OmissionId.create(), detox, OmissionKind.REFUSED, "Veut dormir", VitalSigns.NONE);
        assertThat(board().getFirst().alarms()).isEmpty();
        clock.move(Duration.ofMinutes(30));
        omit(OmissionId.create(), detox, OmissionKind.REFUSED, "Toujours non", VitalSigns.NONE);
        watch.look();
        assertThat(board().getFirst().alarms()).hasSize(1);
        assertThat(Objects.requireNonNull(board().getFirst().alarms().getFirst().matter())
                        .rule()
                        .rule()
                        .code())
                .isEqualTo("E15");
    }

    @Test
    void two_missed_in_a_row_call_for_help_once_whoever_looks_and_whenever() {
        here.as(Role.NURSE, () -> detoxes.start(write(), opioid(5, false)));
        clock.move(Duration.ofMinutes(30 + 60 + 60));
        watch.look();
        assertThat(board().getFirst().alarms()).isEmpty();
        clock.move(Duration.ofMinutes(1));
        watch.look();
        watch.look();
        assertThat(board().getFirst().alarms()).hasSize(1);
    }

    @Test
    void only_a_calm_person_whose_breathing_was_counted_may_sleep() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        score(12);
        assertThatThrownBy(() -> omit(OmissionId.create(), detox, OmissionKind.ASLEEP, null, breathing()))
                .isInstanceOf(Conflict.class)
                .hasMessageStartingWith("detox.error.wake");
        clock.move(Duration.ofMinutes(1));
        score(4);
        assertThatThrownBy(() -> omit(OmissionId.create(), detox, OmissionKind.ASLEEP, null, VitalSigns.NONE))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("respiratoryRate"));
        omit(OmissionId.create(), detox, OmissionKind.ASLEEP, null, breathing());
        assertThat(leading().course().past())
                .extracting(ObservationCourse.Slot::outcome)
                .endsWith(SlotOutcome.ASLEEP);
    }

    @Test
    void a_paused_withdrawal_is_not_watched_and_begins_anew() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        var paused = here.as(
                Role.PHYSICIAN,
                () -> detoxes.pause(write(), new PauseDetox(detox.id(), detox.version(), true, "Aux urgences")));
        assertThat(board().getFirst().observations()).isEmpty();
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> detoxes.pause(write(), new PauseDetox(detox.id(), detox.version(), false, null))))
                .isInstanceOf(StaleVersion.class);
        clock.move(Duration.ofHours(5));
        here.as(
                Role.PHYSICIAN,
                () -> detoxes.pause(write(), new PauseDetox(detox.id(), paused.version(), false, null)));
        var course = leading().course();
        assertThat(course.past()).isEmpty();
        assertThat(course.dueAt()).isAfter(clock.instant().plus(Duration.ofMinutes(28)));
    }

    @Test
    void an_end_with_open_criteria_needs_a_reason_and_one_without_none() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        score(9);
        var stated =
                Set.of("NO_SEDATIVE", "NO_SEIZURE", "FOLLOW_UP", "SUICIDE_SCREEN", "HOUSING_KNOWN", "MEDICATION_LIST");
        var end = new EndDetox(detox.id(), detox.version(), DetoxOutcome.COMPLETED, stated, null);
        assertThat(here.<List<EndCriterion>>as(Role.NURSE, () -> detoxes.open(read(), detox.id())))
                .extracting(EndCriterion::code)
                .contains("CIWA_LOW", "NEWS_LOW", "FOLLOW_UP");
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> detoxes.end(write(), end)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
        var reasoned = new EndDetox(
                detox.id(), detox.version(), DetoxOutcome.COMPLETED, stated, "Sortie demandée, médecin prévenu");
        var ended = here.as(Role.NURSE, () -> detoxes.end(write(), reasoned));
        assertThat(ended.outcome()).isEqualTo(DetoxOutcome.COMPLETED);
        assertThat(board().getFirst().detox()).isNull();
    }

    @Test
    void an_opioid_withdrawal_ends_without_naloxone_only_through_a_physician() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), opioid(10, false)));
        var end = new EndDetox(
                detox.id(), detox.version(), DetoxOutcome.COMPLETED, Set.of(), "Il part, rien ne le retient");
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> detoxes.end(write(), end)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("stated"));
        assertThat(here.<DetoxRow>as(Role.PHYSICIAN, () -> detoxes.end(write(), end))
                        .state())
                .isEqualTo(DetoxState.ENDED);
    }

    @Test
    void nobody_leaves_the_ward_before_the_withdrawal_has_ended() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        assertThatThrownBy(() -> here.as(Role.NURSE, this::discharge))
                .isInstanceOf(Conflict.class)
                .hasMessageStartingWith("detox.error.discharge");
        assertThat(board().getFirst().detox()).isEqualTo(detox);
        here.as(
                Role.NURSE,
                () -> detoxes.end(
                        write(),
                        new EndDetox(detox.id(), detox.version(), DetoxOutcome.LEFT_AGAINST_ADVICE, Set.of(), null)));
        here.as(Role.NURSE, this::discharge);
        assertThat(board().getFirst().bed().taken()).isFalse();
    }

    @Test
    void nobody_of_another_centre_ends_it_or_sees_it() {
        var detox = here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        house.follow(elsewhere, person);
        assertThatThrownBy(() -> elsewhere.as(
                        Role.NURSE,
                        () -> detoxes.end(
                                write(),
                                new EndDetox(
                                        detox.id(), detox.version(), DetoxOutcome.STOPPED_BY_TEAM, Set.of(), null))))
                .isInstanceOf(NotFound.class);
        assertThat(elsewhere.<List<DetoxRow>>as(Role.NURSE, () -> detoxes.of(read())))
                .isEmpty();
        assertThatThrownBy(() -> elsewhere.as(
                        Role.NURSE,
                        () -> board.of(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                access.scope(Section.MEDICAL, Purpose.CARE, null),
                                here.ward())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_social_worker_has_no_board() {
        assertThatThrownBy(() -> here.as(
                        Role.SOCIAL_WORKER,
                        () -> board.of(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                access.scope(Section.MEDICAL, Purpose.CARE, null),
                                here.ward())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_board_asks_as_often_for_two_as_for_one() {
        here.as(Role.NURSE, () -> detoxes.start(write(), alcohol(Set.of(), null)));
        score(9);
        warn(person);
        var one = statements(this::boardWithFlags);
        var other = person;
        person = admitted("Jeanne", 1);
        warn(person);
        here.as(Role.NURSE, () -> detoxes.start(write(), opioid(5, false)));
        assertThat(person).isNotEqualTo(other);
        var two = statements(this::boardWithFlags);
        assertThat(two).isEqualTo(one);
        assertThat(boardWithFlags()).containsOnlyKeys(person, other);
        assertThat(board())
                .extracting(
                        row -> Objects.requireNonNull(row.detox()).protocol(),
                        row -> row.bed().bed().label())
                .containsExactly(tuple("ALC_IN", "301A"), tuple("OPI_IN", "301B"));
    }

    private PersonId discharge() {
        var grant = access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
        var stay = episodes.of(access.grant(person, Section.RECORD)).getFirst();
        episodes.discharge(
                grant,
                new Discharge(
                        stay.id(), stay.version(), EndReason.LEFT_AGAINST_ADVICE, Destination.UNKNOWN, null, null));
        return person;
    }

    private long statements(Runnable work) {
        statements.clear();
        work.run();
        return statements.ofThread(Thread.currentThread()).size();
    }

    private List<WardRow> board() {
        return here.as(
                Role.NURSE,
                () -> board.of(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        access.scope(Section.MEDICAL, Purpose.CARE, null),
                        here.ward()));
    }

    private void warn(PersonId whom) {
        here.as(
                Role.NURSE,
                () -> people.addAlert(
                        access.grant(whom, Section.RISK, Right.WRITE, Purpose.CARE),
                        new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, "Amoxicillin", null)));
    }

    private Map<PersonId, List<AlertFlag>> boardWithFlags() {
        var inBeds = board().stream()
                .map(row -> row.bed().person())
                .filter(Objects::nonNull)
                .toList();
        return here.as(Role.NURSE, () -> people.flags(access.scope(Section.RISK, Purpose.CARE, null), inBeds));
    }

    private ObservationNow leading() {
        return Objects.requireNonNull(board().getFirst().leading());
    }

    private ObservationStatus status() {
        return leading().course().status();
    }

    private void omit(OmissionId id, DetoxRow detox, OmissionKind kind, @Nullable String reason, VitalSigns signs) {
        here.as(Role.NURSE, () -> {
            detoxes.omit(write(), new OmitObservation(id, detox.id(), "CIWA_AR", kind, reason, signs, null));
            return id;
        });
    }

    private static VitalSigns breathing() {
        return new VitalSigns(null, null, null, 14, 97, InhaledGas.AIR, null, Consciousness.ALERT, null, null);
    }

    private void refusedAt(String field, Role role, StartDetox command) {
        assertThatThrownBy(() -> here.as(role, () -> detoxes.start(write(), command)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    /** Signs a CIWA-Ar with this total. */
    private void score(int total) {
        var values = new HashMap<String, Integer>();
        var left = total;
        for (var item : CIWA) {
            var value = item.equals("ORIENTATION") ? 0 : Math.min(7, left);
            values.put(item, value);
            left -= value;
        }
        here.as(
                Role.NURSE,
                () -> assessments.sign(
                        write(),
                        new SignInstrument(
                                AssessmentId.create(),
                                "CIWA_AR",
                                1,
                                null,
                                Map.copyOf(values),
                                null,
                                false,
                                null,
                                clock.instant(),
                                here.centre(),
                                null,
                                null)));
    }

    private StartDetox alcohol(Set<String> obstacles, @Nullable String reason) {
        return new StartDetox(
                DetoxId.create(),
                here.centre(),
                "ALC_IN",
                List.of(Substance.ALCOHOL),
                null,
                today().plusDays(6),
                obstacles,
                false,
                reason);
    }

    private StartDetox outpatient(Set<String> obstacles, String reason) {
        return new StartDetox(
                DetoxId.create(),
                here.centre(),
                "ALC_OUT",
                List.of(Substance.ALCOHOL),
                null,
                today().plusDays(6),
                obstacles,
                false,
                reason);
    }

    private StartDetox opioid(int days, boolean accepted) {
        return new StartDetox(
                DetoxId.create(),
                here.centre(),
                "OPI_IN",
                List.of(Substance.HEROIN),
                null,
                today().plusDays(days - 1L),
                Set.of(),
                accepted,
                null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    private PersonId admitted(String givenName, int bed) {
        return here.as(Role.NURSE, () -> {
            var registered = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(
                            here.centre(),
                            here.ward(),
                            Identity.named(givenName, "Castellane", LocalDate.of(1984, 3, 14))));
            episodes.admit(
                    access.grant(registered, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    new Admit(null, 0, here.ward(), here.beds().get(bed), null));
            return registered;
        });
    }

    private Grant write() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private Grant read() {
        return access.grant(person, Section.MEDICAL, Right.READ, Purpose.CARE);
    }
}
