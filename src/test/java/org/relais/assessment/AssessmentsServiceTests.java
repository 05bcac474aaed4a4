package org.relais.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
import org.relais.centre.Centres;
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
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.rules.Rules;
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
    Definitions definitions;

    @Autowired
    Rules rules;

    @Autowired
    Centres centres;

    @Autowired
    House house;

    @Autowired
    Writers writers;

    @Autowired
    Drafts drafts;

    @Autowired
    Notes notes;

    @Autowired
    Timeline timeline;

    @Autowired
    SaturationDecisions saturation;

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
    void scores_of_some_of_the_items_are_stored_as_they_were() {
        var signed = sign(filled("AUDIT", "4 2 3 1 1 0 2 1 0 2 10"));
        assertThat(found(results("AUDIT").getFirst()).parts())
                .containsExactly(new PartResult("AUDIT_C", 9, null, null));

        var assist = definitions.newest("ASSIST").orElseThrow();
        var none = new java.util.HashMap<String, Integer>();
        assist.items().stream()
                .filter(item -> item.code().startsWith("EVER_"))
                .forEach(item -> none.put(item.code(), 0));
        none.putAll(Map.of("EVER_ALCOHOL", 1, "USE_ALCOHOL", 4, "URGE_ALCOHOL", 3, "PROBLEMS_ALCOHOL", 0));
        none.putAll(Map.of("FAILED_ALCOHOL", 0, "CONCERN_ALCOHOL", 6, "CUT_DOWN_ALCOHOL", 0, "INJECTING", 0));
        var second = sign(filled("ASSIST", none));
        var alcohol = new PartResult("ALCOHOL", 13, "MODERATE", Severity.WARNING);
        var row = found(results("ASSIST").getFirst());
        assertThat(row.total()).isNull();
        assertThat(row.band()).isNull();
        assertThat(row.severity()).isEqualTo(Severity.WARNING);
        assertThat(row.parts()).containsExactly(alcohol);

        var entry = entry(Role.NURSE, second);
        assertThat(entry.type()).isEqualTo(EntryTypes.INSTRUMENT);
        assertThat(EntryDetail.read(entry.detail()).orElseThrow().parts()).containsExactly(alcohol);
        assertThat(entry(Role.NURSE, signed).title()).isEqualTo("AUDIT");
    }

    @Test
    void a_result_by_conditions_is_stored_without_a_total() {
        sign(filled("ASQ", "0 0 0 2 0"));
        var found = found(results("ASQ").getFirst());
        assertThat(found.status()).isEqualTo(AssessmentStatus.SCORED);
        assertThat(found.total()).isNull();
        assertThat(found.band()).isEqualTo("NON_ACUTE_POSITIVE");
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.profile()).isNull();
    }

    @Test
    void an_early_repetition_is_refused_until_it_is_meant_and_then_says_so() {
        sign(filled("AUDIT", "2 1 1 0 0 0 1 0 0 2 10").at(ago(24 * 89)));
        var again = filled("AUDIT", "3 1 1 0 0 0 1 0 0 2 10");
        assertThatThrownBy(() -> sign(again)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("repeat");
            assertThat(refusal.arguments()).containsExactly(90);
        });
        assertThat(results("AUDIT")).hasSize(1);

        sign(again.meant());
        assertThat(found(results("AUDIT").getFirst()).alerts()).containsExactly(Repetition.EARLY);
        // What is corrected is no repetition
        var corrected = results("AUDIT").getFirst().id();
        sign(filled("AUDIT", "2 1 1 0 0 0 1 0 0 2 10")
                .correcting(new Correction(corrected, "Une réponse mal comprise")));
        assertThat(results("AUDIT")).hasSize(3);
    }

    @Test
    void a_repetition_in_time_is_signed_at_once() {
        sign(filled("AUDIT", "2 1 1 0 0 0 1 0 0 2 10").at(ago(24 * 90)));
        sign(filled("AUDIT", "3 1 1 0 0 0 1 0 0 2 10"));
        assertThat(found(results("AUDIT").getFirst()).alerts()).isEmpty();
    }

    @Test
    void a_rising_urge_is_told_against_the_same_subject_only() {
        for (int hours : List.of(40, 30, 20)) {
            sign(filled("CRAVING", "1 3").at(ago(hours)));
            sign(filled("CRAVING", "5 6").at(ago(hours)));
        }
        var alcohol = sign(filled("CRAVING", "1 6"));
        assertThat(found(results("CRAVING").getFirst()).alerts()).containsExactly("CRAVING_RISE");
        assertThat(EntryDetail.read(entry(Role.NURSE, alcohol).detail())
                        .orElseThrow()
                        .previous())
                .containsExactly(3, 3, 3);
        sign(filled("CRAVING", "5 6"));
        assertThat(found(results("CRAVING").getFirst()).alerts()).isEmpty();
    }

    @Test
    void an_instrument_that_ships_disabled_is_neither_offered_nor_signed() {
        assertThat(offered(definitions))
                .extracting(instrument -> instrument.rule().code())
                .contains("PHQ9", "ASQ", "CIWA_AR")
                .doesNotContain("SCOFF");
        assertThatThrownBy(() -> sign(filled("SCOFF", "0 0 0 0 0")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("instrument"));
    }

    @Test
    void a_service_may_enable_what_ships_disabled() {
        var enabled = new Definitions(rules, centres, new AssessmentProperties(Set.of("SCOFF")), clock);
        assertThat(offered(enabled))
                .extracting(instrument -> instrument.rule().code())
                .contains("SCOFF");
    }

    @Test
    void the_profile_fits_what_the_person_says_of_themselves_and_the_language() {
        var audit = definitions.newest("AUDIT_C").orElseThrow();
        var cudit = definitions.newest("CUDIT_R").orElseThrow();
        here.as(Role.NURSE, () -> {
            var grant = access.grant(person, Section.MEDICAL);
            assertThat(assessments.profile(grant, audit, Locale.FRENCH))
                    .map(BandProfile::code)
                    .contains("FROM_3");
            assertThat(assessments.profile(grant, cudit, Locale.FRENCH))
                    .map(BandProfile::code)
                    .contains("FR");
            assertThat(assessments.profile(grant, cudit, Locale.of("sv")))
                    .map(BandProfile::code)
                    .contains("EN");
            return true;
        });
    }

    @Test
    void the_instruments_of_a_person_are_those_that_show() {
        sign(filled("PHQ9", "0 0 0 0 0 0 0 0 0"));
        sign(ciwa(TWELVE));
        assertThat(here.<Set<String>>as(
                        Role.NURSE, () -> assessments.instruments(access.grant(person, Section.MEDICAL))))
                .containsExactly("CIWA_AR", "PHQ9");
    }

    @Test
    void printing_a_course_is_logged() {
        var signed = sign(ciwa(TWELVE));
        statements.clear();
        here.as(Role.NURSE, () -> {
            assessments.printed(access.grant(person, Section.MEDICAL), signed.id());
            return true;
        });
        assertThat(statements.ofAccount("_application"))
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.parameters())
                        .contains("PRINT", "assessment", signed.id().toString()));
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
    void saturation_is_read_by_the_second_scale_once_a_physician_decided_and_until_it_is_taken_back() {
        assertThat(news(90)).isEqualTo(3);
        for (var wrong : Map.of(
                        "scale", Map.entry(Role.NURSE, "Hypercapnia, target 88 to 92 %"),
                        "reason", Map.entry(Role.PHYSICIAN, "Yes"))
                .entrySet()) {
            assertThatThrownBy(() -> decide(
                            wrong.getValue().getKey(),
                            AssessmentId.create(),
                            SaturationScale.SCALE_2,
                            wrong.getValue().getValue()))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.field()).isEqualTo(wrong.getKey()));
        }
        assertThat(news(90)).isEqualTo(3);
        var id = AssessmentId.create();
        decide(Role.PHYSICIAN, id, SaturationScale.SCALE_2, "Hypercapnia, target 88 to 92 %");
        decide(Role.PHYSICIAN, id, SaturationScale.SCALE_2, "Hypercapnia, target 88 to 92 %");
        assertThat(news(90)).isZero();
        assertThat(found(results("NEWS2").getFirst()).profile()).isEqualTo("SCALE_2");
        var entries = here.as(
                Role.PHYSICIAN,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 20).rows().stream()
                        .filter(entry -> EntryTypes.SATURATION_SCALE.equals(entry.type()))
                        .toList());
        assertThat(entries).hasSize(1);
        here.as(
                Role.PHYSICIAN,
                () -> notes.markEnteredInError(
                        writers.write(person, Section.MEDICAL),
                        entries.getFirst().id(),
                        here.centre(),
                        "Of somebody else"));
        assertThat(news(90)).isEqualTo(3);
    }

    private void decide(Role role, AssessmentId id, SaturationScale scale, String reason) {
        here.as(role, () -> {
            saturation.decide(
                    writers.write(person, Section.MEDICAL),
                    new DecideSaturationScale(id, scale, reason, here.centre()));
            return id;
        });
    }

    /** The NEWS2 of a person of whom nothing is odd but this saturation, on air. */
    private @Nullable Integer news(int saturated) {
        sign(new VitalSigns(
                72, 124, 80, 16, saturated, InhaledGas.AIR, new BigDecimal("36.8"), Consciousness.ALERT, null, null));
        return found(results("NEWS2").getFirst()).total();
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

    private List<Instrument> offered(Definitions by) {
        return here.as(Role.NURSE, () -> by.offered(here.centre()));
    }

    private Filled ciwa(Map<String, Integer> values) {
        return filled("CIWA_AR", values);
    }

    private Filled filled(String instrument, String form) {
        return filled(instrument, Answers.of(RuleFiles.instrument(instrument), form));
    }

    private Filled filled(String instrument, Map<String, Integer> values) {
        return new Filled(new SignInstrument(
                AssessmentId.create(),
                instrument,
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

        Filled meant() {
            return new Filled(new SignInstrument(
                    command.id(),
                    command.instrument(),
                    command.version(),
                    command.profile(),
                    command.values(),
                    null,
                    false,
                    command.comment(),
                    command.occurredAt(),
                    command.centre(),
                    null,
                    null,
                    true));
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
