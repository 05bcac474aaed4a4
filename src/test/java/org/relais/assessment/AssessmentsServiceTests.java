package org.relais.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
import org.relais.access.EntryLevel;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.assessment.AssessmentRow.Findings;
import org.relais.assessment.SignInstrument.Obstacle;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Amendment;
import org.relais.record.Drafts;
import org.relais.record.EntryRow;
import org.relais.record.Notes;
import org.relais.record.SaveDraft;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.shared.AssessmentId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Instruments and vital signs are signed once, never changed, and shown as far as the role reaches. */
@RelaisTest
@Import(Writers.class)
class AssessmentsServiceTests {

    private static final Map<String, Integer> TWELVE = Map.of(
            "NAUSEA",
            2,
            "TREMOR",
            4,
            "SWEATS",
            3,
            "ANXIETY",
            1,
            "AGITATION",
            1,
            "TACTILE",
            1,
            "AUDITORY",
            0,
            "VISUAL",
            0,
            "HEADACHE",
            0,
            "ORIENTATION",
            0);

    @Autowired
    Assessments assessments;

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    Drafts drafts;

    @Autowired
    Notes notes;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog statements;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = house.personAt(here);
    }

    @Test
    void a_signed_ciwa_ar_is_stored_with_its_version_and_tells_its_course() {
        var first = sign(ciwa(TWELVE).at(ago(4)));
        var second = sign(ciwa(with("TREMOR", 7, "ANXIETY", 2)).at(ago(0)));
        assertThat(first.entry()).isNotEqualTo(second.entry());

        var findings = results("CIWA_AR").getFirst();
        assertThat(findings.version()).isEqualTo(1);
        assertThat(found(findings).total()).isEqualTo(16);
        assertThat(found(findings).band()).isEqualTo("SEVERE");
        assertThat(found(findings).profile()).isEqualTo("STANDARD");
        assertThat(found(findings).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(found(findings).values()).hasSize(10).containsEntry("TREMOR", 7);

        var entry = entry(Role.NURSE, second);
        assertThat(entry.type()).isEqualTo(EntryTypes.CIWA_AR);
        var detail = EntryDetail.read(entry.detail()).orElseThrow();
        assertThat(detail.total()).isEqualTo(16);
        assertThat(detail.previous()).containsExactly(12);
        assertThat(detail.change()).contains(4);
        assertThat(detail.since()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_comment_makes_one_detox_note_of_it() {
        var signed = sign(ciwa(TWELVE).saying("Dit mieux dormir."));
        var entry = entry(Role.NURSE, signed);
        assertThat(entry.type()).isEqualTo(EntryTypes.DETOX_NOTE);
        assertThat(entry.text()).isEqualTo("Dit mieux dormir.");
        assertThat(entry.title()).isEqualTo("CIWA-Ar");
    }

    @Test
    void the_act_is_logged_in_its_own_transaction() {
        statements.clear();
        var signed = sign(ciwa(TWELVE));
        assertThat(statements.ofAccount("_application"))
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.parameters())
                        .contains("SIGN", "assessment", signed.id().toString()));
    }

    @Test
    void a_second_click_signs_nothing_twice() {
        var form = ciwa(TWELVE);
        assertThat(sign(form)).isEqualTo(sign(form));
        assertThat(results("CIWA_AR")).hasSize(1);
    }

    @Test
    void two_clicks_at_once_sign_once() throws Exception {
        var form = ciwa(TWELVE);
        var together = new CyclicBarrier(2);
        Callable<SignedAssessment> click = () -> here.as(Role.NURSE, () -> {
            var write = writers.write(person, Section.MEDICAL);
            together.await();
            return assessments.sign(write, form.command());
        });
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var both = clicks.invokeAll(List.of(click, click));
            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
        assertThat(results("CIWA_AR")).hasSize(1);
    }

    @Test
    void a_draft_is_gone_when_it_is_signed_and_is_signed_once() {
        here.as(Role.NURSE, () -> {
            var write = writers.write(person, Section.MEDICAL);
            var draft = drafts.save(write, new SaveDraft(EntryTypes.DETOX_NOTE, Map.of("TREMOR", "4"), null, 0));
            var form = ciwa(TWELVE).from(new SignedDraft(draft.id(), draft.version()));
            var signed = assessments.sign(write, form.command());
            assertThat(drafts.find(write, EntryTypes.DETOX_NOTE)).isEmpty();
            assertThat(assessments.sign(write, form.command())).isEqualTo(signed);
            var otherTab = ciwa(TWELVE).from(new SignedDraft(draft.id(), draft.version()));
            assertThatThrownBy(() -> assessments.sign(write, otherTab.command()))
                    .isInstanceOf(Conflict.class);
            return true;
        });
        assertThat(results("CIWA_AR")).hasSize(1);
    }

    @Test
    void an_open_item_is_refused_at_the_item_unless_it_is_meant() {
        var partial = ciwa(Map.of("ORIENTATION", 3));
        assertThatThrownBy(() -> sign(partial))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("NAUSEA"));
        assertThat(results("CIWA_AR")).isEmpty();

        var signed = sign(partial.incomplete());
        var found = found(results("CIWA_AR").getFirst());
        assertThat(found.status()).isEqualTo(AssessmentStatus.INCOMPLETE);
        assertThat(found.total()).isNull();
        assertThat(found.band()).isNull();
        assertThat(found.alerts()).containsExactly("E05");
        assertThat(EntryDetail.read(entry(Role.NURSE, signed).detail())
                        .orElseThrow()
                        .alerts())
                .containsExactly("E05");
    }

    @Test
    void a_value_that_the_item_does_not_have_is_refused_and_not_clamped() {
        assertThatThrownBy(() -> sign(ciwa(with("ORIENTATION", 5, "ANXIETY", 1))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("ORIENTATION"));
    }

    @Test
    void what_cannot_be_assessed_is_stored_with_its_reason() {
        sign(ciwa(Map.of()).because(new Obstacle("OTHER", "Dort, réveil refusé")));
        var found = found(results("CIWA_AR").getFirst());
        assertThat(found.status()).isEqualTo(AssessmentStatus.NOT_ASSESSABLE);
        assertThat(found.reason()).isEqualTo("OTHER");
        assertThat(found.reasonDetail()).isEqualTo("Dort, réveil refusé");
        assertThatThrownBy(() -> sign(ciwa(Map.of()).because(new Obstacle("OTHER", null))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("detail"));
    }

    @Test
    void an_observation_in_the_future_is_refused() {
        assertThatThrownBy(() -> sign(ciwa(TWELVE).at(clock.instant().plusSeconds(60))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("occurredAt"));
    }

    @Test
    void a_correction_stands_in_the_place_of_the_old_row_which_stays() {
        var wrong = sign(ciwa(with("TREMOR", 7, "ANXIETY", 7)).at(ago(1)));
        var right =
                sign(ciwa(TWELVE).at(ago(1)).correcting(new Correction(wrong.id(), "Coté pour une autre personne")));

        var rows = results("CIWA_AR");
        assertThat(rows).hasSize(2);
        assertThat(rows).filteredOn(AssessmentRow::superseded).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(wrong.id());
            assertThat(found(row).total()).isEqualTo(21);
        });
        assertThat(entry(Role.NURSE, wrong).amendments()).singleElement().satisfies(amendment -> {
            assertThat(amendment.amendment()).isEqualTo(Amendment.ENTERED_IN_ERROR);
            assertThat(amendment.text()).isEqualTo("Coté pour une autre personne");
        });
        // What was wrong no longer counts in the course.
        var next = sign(ciwa(TWELVE));
        assertThat(EntryDetail.read(entry(Role.NURSE, next).detail())
                        .orElseThrow()
                        .previous())
                .containsExactly(12);

        assertThatThrownBy(() -> sign(ciwa(TWELVE).correcting(new Correction(wrong.id(), "Encore une fois corrigé"))))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> here.as(
                        Role.PHYSICIAN,
                        () -> assessments.sign(
                                writers.write(person, Section.MEDICAL),
                                ciwa(TWELVE)
                                        .correcting(new Correction(right.id(), "Par une autre main"))
                                        .command())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_score_entered_in_error_stays_readable_and_counts_no_more() {
        sign(ciwa(TWELVE).at(ago(3)));
        var wrong = sign(ciwa(with("TREMOR", 7, "ANXIETY", 7)).at(ago(2)));
        here.as(
                Role.NURSE,
                () -> notes.markEnteredInError(
                        writers.write(person, Section.MEDICAL),
                        wrong.entry(),
                        here.centre(),
                        "Coté pour la personne du lit voisin"));

        assertThat(results("CIWA_AR"))
                .hasSize(2)
                .filteredOn(row -> !row.counts())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(wrong.id());
                    assertThat(row.takenBack()).isTrue();
                    assertThat(row.superseded()).isFalse();
                    assertThat(found(row).total()).isEqualTo(21);
                });
        var next = sign(ciwa(TWELVE).at(ago(1)));
        assertThat(EntryDetail.read(entry(Role.NURSE, next).detail())
                        .orElseThrow()
                        .previous())
                .containsExactly(12);
        assertThatThrownBy(() -> sign(ciwa(TWELVE).correcting(new Correction(wrong.id(), "Trop tard pour corriger"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_note_taken_back_leaves_the_scores_alone() {
        sign(ciwa(TWELVE).at(ago(1)));
        var note = writers.sign(here, Role.NURSE, person, "record.transmission", "Wrong record", Visibility.TEAM);
        here.as(
                Role.NURSE,
                () -> notes.markEnteredInError(
                        writers.write(person, Section.MEDICAL), note, here.centre(), "Écrit dans le mauvais dossier"));
        assertThat(results("CIWA_AR")).allMatch(AssessmentRow::counts);
    }

    @ParameterizedTest
    @CsvSource({"15, false, TOO_YOUNG", "30, true, PREGNANCY", "16, false,"})
    void news2_is_not_calculated_for_whom_it_is_not_valid(
            int age, boolean pregnant, @Nullable EarlyWarningObstacle obstacle) {
        var born = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .minusYears(age)
                .minusDays(2);
        person = here.as(Role.NURSE, () -> {
            var command = new RegisterPerson(here.centre(), here.ward(), Identity.named("Ebba", "Lahlou", born));
            return people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    pregnant
                            ? command.with(
                                    new AddAlert(AlertKind.PREGNANCY, Severity.WARNING, "Deuxième trimestre", null))
                            : command);
        });
        assertThat(here.as(
                        Role.NURSE,
                        () -> assessments.earlyWarningObstacle(access.grant(person, Section.MEDICAL), here.centre())))
                .isEqualTo(Optional.ofNullable(obstacle));

        var signed = sign(new VitalSigns(
                112, 108, 70, 22, 95, InhaledGas.AIR, new BigDecimal("38.3"), Consciousness.ALERT, null, null));

        var findings = found(results("NEWS2").getFirst());
        assertThat(findings.signs()).isNotNull();
        assertThat(findings.total()).isEqualTo(obstacle == null ? 7 : null);
        assertThat(findings.reason()).isEqualTo(obstacle == null ? null : obstacle.name());
        assertThat(findings.status())
                .isEqualTo(obstacle == null ? AssessmentStatus.SCORED : AssessmentStatus.NOT_ASSESSABLE);
        assertThat(EntryDetail.read(entry(Role.NURSE, signed).detail())
                        .orElseThrow()
                        .reason())
                .isEqualTo(obstacle == null ? null : obstacle.name());
    }

    @Test
    void vital_signs_are_scored_when_all_are_there_and_only_then() {
        sign(new VitalSigns(
                112,
                108,
                70,
                22,
                95,
                InhaledGas.AIR,
                new BigDecimal("38.3"),
                Consciousness.ALERT,
                null,
                new BreathAlcohol(new BigDecimal("0.55"), BreathAlcohol.Unit.MILLIGRAMS_PER_LITRE_OF_BREATH)));
        var scored = found(results("NEWS2").getFirst());
        assertThat(scored.total()).isEqualTo(7);
        assertThat(scored.band()).isEqualTo("HIGH");
        assertThat(scored.bloodEquivalent()).isEqualByComparingTo("1.1");
        assertThat(scored.signs()).satisfies(signs -> {
            assertThat(signs).isNotNull();
            assertThat(signs.heartRate()).isEqualTo(112);
            assertThat(signs.temperature()).isEqualByComparingTo("38.3");
            assertThat(signs.glucose()).isNull();
        });

        var partial = sign(pulse(112));
        var unscored = found(results("NEWS2").getFirst());
        assertThat(unscored.status()).isEqualTo(AssessmentStatus.INCOMPLETE);
        assertThat(unscored.total()).isNull();
        assertThat(EntryDetail.read(entry(Role.NURSE, partial).detail())
                        .orElseThrow()
                        .missing())
                .contains(EarlyWarningParameter.TEMPERATURE)
                .doesNotContain(EarlyWarningParameter.PULSE);
    }

    @Test
    void an_impossible_value_is_refused_at_its_field_and_an_unusual_one_until_it_is_confirmed() {
        assertThatThrownBy(() -> sign(pulse(300))).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("heartRate");
            assertThat(refusal.key()).isEqualTo("assessment.error.out-of-range");
        });
        assertThatThrownBy(() -> sign(pulse(170)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("assessment.confirm.unusual"));
        assertThat(results("NEWS2")).isEmpty();
        here.as(
                Role.NURSE,
                () -> assessments.sign(
                        writers.write(person, Section.MEDICAL), command(pulse(170), Set.of(VitalSign.HEART_RATE))));
        assertThat(results("NEWS2")).hasSize(1);
    }

    @Test
    void a_role_of_the_summary_knows_that_it_was_done_and_not_the_score() {
        var signed = sign(ciwa(TWELVE).saying("Tremble"));
        here.as(Role.SOCIAL_WORKER, () -> {
            var rows = assessments
                    .results(access.grant(person, Section.MEDICAL), "CIWA_AR", null, 20)
                    .rows();
            assertThat(rows)
                    .singleElement()
                    .satisfies(row -> assertThat(row.findings()).isNull());
            return true;
        });
        var entry = entry(Role.SOCIAL_WORKER, signed);
        assertThat(entry.level()).isEqualTo(EntryLevel.SUMMARY);
        assertThat(entry.title()).isEqualTo("CIWA-Ar");
        assertThat(entry.text()).isNull();
        assertThat(entry.detail()).isEmpty();
    }

    @Test
    void a_role_without_the_right_is_refused() {
        assertThatThrownBy(() -> here.as(Role.FAMILY_WORKER, () -> access.grant(person, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(Role.SOCIAL_WORKER, () -> writers.write(person, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> assessments.sign(
                                access.grant(person, Section.MEDICAL),
                                ciwa(TWELVE).command())))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> assessments.sign(
                                writers.write(person, Section.RISK),
                                ciwa(TWELVE).command())))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> elsewhere.as(Role.NURSE, () -> writers.write(person, Section.MEDICAL)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_course_is_read_page_by_page() {
        for (int hour = 5; hour >= 1; hour--) {
            sign(ciwa(TWELVE).at(ago(hour)));
        }
        here.as(Role.NURSE, () -> {
            var grant = access.grant(person, Section.MEDICAL);
            var first = assessments.results(grant, "CIWA_AR", null, 2);
            assertThat(first.more()).isTrue();
            var rest =
                    assessments.results(grant, "CIWA_AR", first.rows().getLast().cursor(), 10);
            assertThat(rest.more()).isFalse();
            assertThat(first.rows()).hasSize(2);
            assertThat(rest.rows()).hasSize(3).doesNotContainAnyElementsOf(first.rows());
            assertThat(rest.rows())
                    .allSatisfy(row -> assertThat(found(row).values()).hasSize(10));
            return true;
        });
    }

    private SignedAssessment sign(Filled form) {
        return here.as(Role.NURSE, () -> assessments.sign(writers.write(person, Section.MEDICAL), form.command()));
    }

    private SignedAssessment sign(VitalSigns signs) {
        return here.as(
                Role.NURSE, () -> assessments.sign(writers.write(person, Section.MEDICAL), command(signs, Set.of())));
    }

    private SignVitalSigns command(VitalSigns signs, Set<VitalSign> confirmed) {
        return new SignVitalSigns(
                AssessmentId.create(), signs, confirmed, null, clock.instant(), here.centre(), null, null);
    }

    private List<AssessmentRow> results(String instrument) {
        return here.as(
                Role.NURSE,
                () -> assessments
                        .results(access.grant(person, Section.MEDICAL), instrument, null, 20)
                        .rows());
    }

    private EntryRow entry(Role role, SignedAssessment signed) {
        return writers.read(here, role, person, signed.entry()).orElseThrow();
    }

    private static Findings found(AssessmentRow row) {
        var findings = row.findings();
        if (findings == null) {
            throw new AssertionError("Only the summary is shown");
        }
        return findings;
    }

    private Instant ago(int hours) {
        return clock.instant().minus(Duration.ofHours(hours));
    }

    private static Map<String, Integer> with(String item, int value, String other, int otherValue) {
        var values = new java.util.HashMap<>(TWELVE);
        values.put(item, value);
        values.put(other, otherValue);
        return values;
    }

    private static VitalSigns pulse(int rate) {
        return new VitalSigns(rate, null, null, null, null, null, null, null, null, null);
    }

    private Filled ciwa(Map<String, Integer> values) {
        return new Filled(new SignInstrument(
                AssessmentId.create(),
                "CIWA_AR",
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
    }

    private record Filled(SignInstrument command) {

        Filled at(Instant time) {
            return copy(command.notAssessable(), false, command.comment(), time, command.correction(), command.draft());
        }

        Filled saying(String comment) {
            return copy(null, false, comment, command.occurredAt(), command.correction(), command.draft());
        }

        Filled incomplete() {
            return copy(null, true, command.comment(), command.occurredAt(), command.correction(), command.draft());
        }

        Filled because(Obstacle obstacle) {
            return copy(obstacle, false, command.comment(), command.occurredAt(), null, command.draft());
        }

        Filled correcting(Correction correction) {
            return copy(null, false, command.comment(), command.occurredAt(), correction, command.draft());
        }

        Filled from(SignedDraft draft) {
            return copy(null, false, command.comment(), command.occurredAt(), null, draft);
        }

        private Filled copy(
                @Nullable Obstacle obstacle,
                boolean incomplete,
                @Nullable String comment,
                Instant time,
                @Nullable Correction correction,
                @Nullable SignedDraft draft) {
            return new Filled(new SignInstrument(
                    command.id(),
                    command.instrument(),
                    command.version(),
                    command.profile(),
                    command.values(),
                    obstacle,
                    incomplete,
                    comment,
                    time,
                    command.centre(),
                    correction,
                    draft));
        }
    }
}
