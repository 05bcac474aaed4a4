package org.relais.medication;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.medication.DoseProposal.Obstacle;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.PersonService;
import org.relais.record.EntryRow;
import org.relais.record.Notes;
import org.relais.record.Timeline;
import org.relais.record.TimelineFilter;
import org.relais.shared.AdministrationId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Orders from being signed to being stopped, and what became of their doses, on a real database. */
@RelaisTest
@RecordApplicationEvents
@Import(Prescribers.class)
class MedicationServiceTests {

    @Autowired
    House house;

    @Autowired
    Prescribers prescribers;

    @Autowired
    Orders orders;

    @Autowired
    Administrations administrations;

    @Autowired
    MedicationRecord record;

    @Autowired
    MedicationDefinitions definitions;

    @Autowired
    AdministrationTable table;

    @Autowired
    Timeline timeline;

    @Autowired
    Notes notes;

    @Autowired
    PersonService people;

    @Autowired
    Locks locks;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    Place here;
    Place elsewhere;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = prescribers.register(here, "Rémi");
    }

    @Test
    void a_signed_order_stands_in_the_sheet_and_in_the_record_and_is_logged() {
        statements.clear();
        var order = prescribers.diazepam(here, person);
        assertThat(statements.ofAccount("_application"))
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.parameters())
                        .contains("SIGN", "medication-order", order.id().toString()));
        assertThat(sheet().orders()).containsExactly(order);
        assertThat(order.regimen()).isEqualTo(SampleOrders.WORKED);
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryTypes.ORDER);
            assertThat(entry.title()).isNull();
            assertThat(entry.detail()).containsEntry(MedicationDetail.DRUG, "diazépam");
            assertThat(RegimenText.read(entry.detail().getOrDefault(MedicationDetail.REGIMEN, "")))
                    .isEqualTo(SampleOrders.WORKED);
        });
    }

    @Test
    void signing_twice_signs_once() {
        var command = prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED);
        assertThat(prescribers.sign(here, person, command)).isEqualTo(prescribers.sign(here, person, command));
        assertThat(sheet().orders()).hasSize(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_nurse_signs_and_stops_no_order() {
        var command = prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED);
        assertThatThrownBy(() -> asNurse(() -> orders.sign(prescribers.write(person), command)))
                .isInstanceOf(AccessDenied.class);
        var order = prescribers.diazepam(here, person);
        assertThatThrownBy(() -> asNurse(
                        () -> orders.stop(prescribers.write(person), new StopOrder(order.id(), "Too sleepy now"))))
                .isInstanceOf(AccessDenied.class);
        assertThat(sheet().orders()).containsExactly(order);
    }

    @Test
    void what_is_wrong_with_an_order_is_said_at_its_field() {
        refused("drug", new OrderedDrug("UNKNOWN", "x", null, null, DrugRoute.ORAL, "mg"), SampleOrders.WORKED);
        refused("unit", new OrderedDrug(null, "x", null, null, DrugRoute.ORAL, "spoon"), SampleOrders.WORKED);
        refused("times", SampleOrders.DIAZEPAM, new Regimen.Scheduled(List.of()));
        refused("times", SampleOrders.DIAZEPAM, SampleOrders.daily(0, "08:00"));
        refused("times", SampleOrders.DIAZEPAM, SampleOrders.daily(5, "08:00", "08:00"));
        refused("days", SampleOrders.DIAZEPAM, new Regimen.Taper(List.of(new Regimen.TaperDay(List.of()))));
        var worked = SampleOrders.WORKED;
        refused("scale", SampleOrders.DIAZEPAM, triggered("PHQ_9", worked.bands(), 60, 120));
        refused("bands", SampleOrders.DIAZEPAM, triggered("CIWA_AR", List.of(), 60, 120));
        refused("bands", SampleOrders.DIAZEPAM, triggered("CIWA_AR", List.of(band(8, 14), band(14, null)), 60, 120));
        refused("bands", SampleOrders.DIAZEPAM, triggered("CIWA_AR", List.of(band(8, null), band(15, null)), 60, 120));
        refused("minimum", SampleOrders.DIAZEPAM, triggered("CIWA_AR", worked.bands(), 0, 120));
        refused("maximum", SampleOrders.DIAZEPAM, triggered("CIWA_AR", worked.bands(), 60, 19));
        refused(
                "holds",
                SampleOrders.DIAZEPAM,
                SampleOrders.triggered(List.of(new HoldRule(HoldMeasure.SEDATION, BigDecimal.valueOf(4)))));
        var command = prescribers.command(here, SampleOrders.DIAZEPAM, worked);
        refused("endsAt", ending(command, null));
        refused("endsAt", ending(command, prescribers.now().minusSeconds(1)));
        refused("endsAt", ending(command, prescribers.now().plus(Duration.ofDays(93))));
        assertThat(sheet().orders()).isEmpty();
    }

    @Test
    void an_allergy_needs_an_override_and_a_word_about_an_unknown_one_an_acknowledgement() {
        allergy("Amoxicilline");
        var command = prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED);
        refused("acknowledged", command);
        prescribers.sign(here, person, answering(command, Set.of("MED-02"), null));
        var found = jdbc.sql("SELECT CONCAT(rule_id, ' ', verdict, ' ', subject) FROM medication_finding"
                        + " WHERE order_id = ?")
                .param(command.id().value())
                .query(String.class)
                .list();
        assertThat(found).containsExactly("MED-02 WARN Amoxicilline");

        allergy("Vitamine B1 (thiamine)");
        var thiamine = prescribers.command(
                here,
                new OrderedDrug("THIAMINE", "thiamine", null, null, DrugRoute.ORAL, "mg"),
                SampleOrders.daily(250, "08:00"));
        var both = Set.of("MED-02");
        refused("override", answering(thiamine, both, null));
        refused("override", answering(thiamine, both, new SignOrder.Override("BECAUSE", "Long enough words")));
        refused("overrideText", answering(thiamine, both, new SignOrder.Override("RECORD_WRONG", "Nine char")));
        prescribers.sign(
                here, person, answering(thiamine, both, new SignOrder.Override("RECORD_WRONG", "Tolerated for years")));
        assertThat(sheet().orders()).hasSize(2);
    }

    @Test
    void the_same_drug_twice_needs_an_override_unless_it_replaces_the_first() {
        var first = prescribers.diazepam(here, person);
        var second = prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED);
        refused("override", second);
        var replacing = replacing(second, first.id());
        var after = prescribers.sign(here, person, replacing);
        assertThat(after.course()).isEqualTo(first.id());
        var old = sheet().orders().stream()
                .filter(order -> order.id().equals(first.id()))
                .findFirst()
                .orElseThrow();
        assertThat(old.until()).isEqualTo(after.startsAt());
        assertThat(old.inForceAt(after.startsAt())).isFalse();
        assertThat(after.inForceAt(after.startsAt())).isTrue();
        assertThatThrownBy(() -> prescribers.sign(
                        here,
                        person,
                        replacing(prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED), first.id())))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void two_physicians_replace_an_order_once() throws Exception {
        var first = prescribers.diazepam(here, person);
        var outcomes = atOnce(
                () -> here.as(
                        Role.PHYSICIAN,
                        () -> orders.sign(
                                prescribers.write(person),
                                replacing(
                                        prescribers.command(here, SampleOrders.DIAZEPAM, SampleOrders.WORKED),
                                        first.id()))),
                2);
        assertThat(outcomes).containsExactlyInAnyOrder("done", "Conflict");
    }

    @Test
    void a_stopped_order_gives_nothing_more_and_its_past_stays() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order);
        var given = prescribers.give(here, person, prescribers.giving(order, slot.name(), 250));
        assertThatThrownBy(() -> stop(order, "short")).isInstanceOf(InvalidInput.class);
        var stopped = stop(order, "Changed to injections");
        assertThat(stopped.stop()).isNotNull();
        assertThat(stop(order, "Changed to injections")).isEqualTo(stopped);
        assertThat(sheet().administrations()).extracting(Administration::id).containsExactly(given.id());
        var tomorrow = new SlotName(slot.day().plusDays(1), slot.time());
        assertThatThrownBy(() -> prescribers.give(here, person, prescribers.giving(order, tomorrow, 250)))
                .isInstanceOf(Conflict.class);
        assertThat(entries())
                .extracting(EntryRow::type)
                .containsExactlyInAnyOrder(EntryTypes.STOP, EntryTypes.DOSE, EntryTypes.ORDER);
    }

    @Test
    void a_scheduled_dose_is_given_once() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order);
        assertThat(due()).singleElement().satisfies(dose -> {
            assertThat(dose.status()).isEqualTo(SlotStatus.DUE);
            assertThat(dose.open()).isTrue();
        });
        var command = prescribers.giving(order, slot.name(), 250);
        var given = prescribers.give(here, person, command);
        assertThat(prescribers.give(here, person, command)).isEqualTo(given);
        assertThatThrownBy(() -> prescribers.give(here, person, prescribers.giving(order, slot.name(), 250)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> withhold(order, slot.name(), NotGivenReason.NOT_WANTED, null))
                .isInstanceOf(Conflict.class);
        assertThat(due()).singleElement().satisfies(dose -> {
            assertThat(dose.answer()).isNotNull();
            assertThat(dose.open()).isFalse();
        });
        assertThat(events.stream(DoseGiven.class)).singleElement().satisfies(event -> {
            assertThat(event.administration()).isEqualTo(given.id());
            assertThat(event.drugCode()).isEqualTo("THIAMINE");
            assertThat(event.sedative()).isFalse();
        });
    }

    @Test
    void two_nurses_at_once_give_a_scheduled_dose_once() throws Exception {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order).name();
        var outcomes = atOnce(() -> prescribers.give(here, person, prescribers.giving(order, slot, 250)), 3);
        assertThat(outcomes).containsExactlyInAnyOrder("done", "Conflict", "Conflict");
        assertThat(sheet().administrations()).hasSize(1);
    }

    @Test
    void two_nurses_at_once_give_a_dose_by_symptoms_once() throws Exception {
        var order = prescribers.diazepam(here, person);
        prescribers.ciwa(here, person, 12, 0);
        var outcomes = atOnce(() -> prescribers.give(here, person, prescribers.giving(order, null, 10)), 3);
        assertThat(outcomes).contains("done").hasSize(3);
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(sheet().administrations()).hasSize(1);
    }

    @Test
    void the_keys_of_the_database_refuse_what_no_check_saw() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order).name();
        table.takeSlot(order.course(), slot, AdministrationId.create());
        assertThatThrownBy(() -> table.takeSlot(order.course(), slot, AdministrationId.create()))
                .isInstanceOf(DuplicateKeyException.class);
        table.takeTurn(person, "THIAMINE", 1, AdministrationId.create());
        assertThatThrownBy(() -> table.takeTurn(person, "THIAMINE", 1, AdministrationId.create()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> prescribers.give(here, person, prescribers.giving(order, slot, 250)))
                .isInstanceOf(Conflict.class);
        assertThat(sheet().administrations()).isEmpty();
    }

    @Test
    void a_dose_of_the_order_before_is_not_due_again_when_it_is_replaced() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order);
        prescribers.give(here, person, prescribers.giving(order, slot.name(), 250));
        var again = prescribers.sign(
                here, person, replacing(prescribers.command(here, order.drug(), order.regimen()), order.id()));
        assertThat(due()).singleElement().satisfies(dose -> {
            assertThat(dose.order().id()).isEqualTo(again.id());
            assertThat(dose.answer()).isNotNull();
        });
        assertThatThrownBy(() -> prescribers.give(here, person, prescribers.giving(again, slot.name(), 250)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_dose_that_differs_from_the_order_says_why() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order).name();
        fieldOf("words", () -> prescribers.give(here, person, prescribers.giving(order, slot, 125)));
        fieldOf("dose", () -> prescribers.give(here, person, prescribers.giving(order, slot, 0)));
        var half = new GiveDose(
                AdministrationId.create(),
                order.id(),
                slot,
                BigDecimal.valueOf(125),
                prescribers.now(),
                null,
                "Only one tablet left");
        var given = prescribers.give(here, person, half);
        assertThat(given.dose()).isEqualByComparingTo("125");
        assertThat(given.orderedDose()).isEqualByComparingTo("250");
        assertThat(given.words()).isEqualTo("Only one tablet left");
    }

    @Test
    void a_dose_not_given_says_why() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order).name();
        fieldOf("words", () -> withhold(order, slot, NotGivenReason.OTHER_HELD, " "));
        var refused = withhold(order, slot, NotGivenReason.NOT_WANTED, null);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.dose()).isNull();
        assertThat(events.stream(DoseNotGiven.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(NotGivenReason.NOT_WANTED));
    }

    @Test
    void a_dose_by_symptoms_needs_a_fresh_scale_and_stores_it() {
        var order = prescribers.diazepam(here, person);
        assertThat(proposal(order).obstacles()).containsExactly(new Obstacle.NoScale());
        prescribers.ciwa(here, person, 16, 31);
        assertThat(proposal(order).obstacles()).singleElement().isInstanceOf(Obstacle.ScaleTooOld.class);
        assertThatThrownBy(() -> prescribers.give(here, person, prescribers.giving(order, null, 20)))
                .isInstanceOfSatisfying(
                        DoseRefused.class,
                        refusal -> assertThat(refusal.proposal().obstacles()).hasSize(1));
        var form = prescribers.ciwa(here, person, 12, 1);
        assertThat(proposal(order).dose()).isEqualByComparingTo("10");
        var given = prescribers.give(here, person, prescribers.giving(order, null, 10));
        assertThat(given.form()).isEqualTo(form);
        assertThat(given.orderedDose()).isEqualByComparingTo("10");
        assertThat(proposal(order).obstacles()).singleElement().isInstanceOf(Obstacle.Interval.class);
        assertThat(events.stream(DoseGiven.class)).singleElement().satisfies(event -> {
            assertThat(event.sedative()).isTrue();
            assertThat(event.givenInWindow()).isEqualByComparingTo("10");
            assertThat(event.maximum()).isEqualByComparingTo("120");
            assertThat(event.form()).isEqualTo(form);
        });
    }

    @Test
    void a_dose_before_one_that_is_known_is_refused() {
        var order = prescribers.diazepam(here, person);
        prescribers.ciwa(here, person, 12, 0);
        var earlier = prescribers.now();
        prescribers.give(here, person, prescribers.giving(order, null, 10));
        var before = new GiveDose(
                AdministrationId.create(), order.id(), null, BigDecimal.TEN, earlier, null, "Entered later than given");
        assertThatThrownBy(() -> prescribers.give(here, person, before))
                .isInstanceOf(Conflict.class)
                .isNotInstanceOf(DoseRefused.class);
    }

    @Test
    void a_larger_dose_than_the_maximum_leaves_is_refused_even_with_a_reason() {
        var order = prescribers.diazepam(here, person);
        prescribers.ciwa(here, person, 12, 0);
        var much = new GiveDose(
                AdministrationId.create(),
                order.id(),
                null,
                BigDecimal.valueOf(121),
                prescribers.now(),
                null,
                "The physician said so");
        fieldOf("dose", () -> prescribers.give(here, person, much));
    }

    @Test
    void sedation_is_told_by_whoever_gives_the_dose() {
        var order = prescribers.sign(
                here,
                person,
                prescribers.command(
                        here,
                        SampleOrders.DIAZEPAM,
                        SampleOrders.triggered(List.of(new HoldRule(HoldMeasure.SEDATION, BigDecimal.TWO)))));
        prescribers.ciwa(here, person, 12, 0);
        assertThat(proposal(order).needsSedationOnly()).isTrue();
        assertThatThrownBy(() -> prescribers.give(here, person, sedated(order, null)))
                .isInstanceOf(DoseRefused.class);
        assertThatThrownBy(() -> prescribers.give(here, person, sedated(order, 2)))
                .isInstanceOfSatisfying(
                        DoseRefused.class,
                        refusal -> assertThat(refusal.proposal().obstacles())
                                .containsExactly(
                                        new Obstacle.Held(HoldMeasure.SEDATION, BigDecimal.TWO, BigDecimal.TWO)));
        fieldOf("sedation", () -> prescribers.give(here, person, sedated(order, 4)));
        assertThat(prescribers.give(here, person, sedated(order, 1)).sedation()).isEqualTo(1);
    }

    @Test
    void a_scale_whose_dose_the_maximum_forbids_is_told_in_its_transaction() {
        var small = new Regimen.SymptomTriggered(
                "CIWA_AR", List.of(band(8, null)), 1, BigDecimal.valueOf(15), List.of(), 60);
        var order = prescribers.sign(here, person, prescribers.command(here, SampleOrders.DIAZEPAM, small));
        prescribers.ciwa(here, person, 12, 0);
        assertThat(events.stream(DoseBlocked.class)).isEmpty();
        prescribers.give(here, person, prescribers.giving(order, null, 10));
        var form = prescribers.ciwa(here, person, 16, 0);
        assertThat(events.stream(DoseBlocked.class)).singleElement().satisfies(event -> {
            assertThat(event.order()).isEqualTo(order.id());
            assertThat(event.form()).isEqualTo(form);
        });
    }

    @Test
    void a_correction_is_a_row_of_its_own_and_is_made_once() {
        var order = prescribers.thiamine(here, person);
        var slot = prescribers.slot(order).name();
        var given = prescribers.give(here, person, prescribers.giving(order, slot, 250));
        var correction = correcting(given.id(), Outcome.GIVEN, BigDecimal.valueOf(125));
        var corrected = asNurse(() -> administrations.correct(prescribers.write(person), correction));
        assertThat(corrected.dose()).isEqualByComparingTo("125");
        assertThat(corrected.corrects()).isEqualTo(given.id());
        assertThat(sheet().administrations())
                .filteredOn(Administration::counts)
                .extracting(Administration::id)
                .containsExactly(corrected.id());
        assertThat(sheet().administrations()).hasSize(2);
        assertThatThrownBy(() -> asNurse(() -> administrations.correct(
                        prescribers.write(person), correcting(given.id(), Outcome.GIVEN, BigDecimal.ONE))))
                .isInstanceOf(Conflict.class);
        var back = asNurse(() -> administrations.correct(
                prescribers.write(person), correcting(corrected.id(), Outcome.ENTERED_IN_ERROR, null)));
        assertThat(back.counts()).isFalse();
        assertThat(due())
                .singleElement()
                .satisfies(dose -> assertThat(dose.open()).isTrue());
        prescribers.give(here, person, prescribers.giving(order, slot, 250));
        assertThat(due())
                .singleElement()
                .satisfies(dose -> assertThat(dose.open()).isFalse());
    }

    @Test
    void a_dose_that_was_corrected_away_counts_for_no_interval() {
        var order = prescribers.diazepam(here, person);
        prescribers.ciwa(here, person, 12, 0);
        var given = prescribers.give(here, person, prescribers.giving(order, null, 10));
        asNurse(() -> administrations.correct(
                prescribers.write(person), correcting(given.id(), Outcome.ENTERED_IN_ERROR, null)));
        assertThat(proposal(order).possible()).isTrue();
    }

    @Test
    void what_is_taken_back_in_the_record_counts_no_more() {
        var order = prescribers.thiamine(here, person);
        var given = prescribers.give(
                here, person, prescribers.giving(order, prescribers.slot(order).name(), 250));
        asNurse(() -> notes.markEnteredInError(
                prescribers.write(person), given.entry(), here.centre(), "Given to somebody else"));
        assertThat(sheet().administrations()).hasSize(2).noneMatch(Administration::counts);
        assertThat(events.stream(DoseNotGiven.class)).singleElement().satisfies(event -> {
            assertThat(event.corrects()).isEqualTo(given.id());
            assertThat(event.outcome()).isEqualTo(Outcome.ENTERED_IN_ERROR);
        });
        assertThat(due())
                .singleElement()
                .satisfies(dose -> assertThat(dose.open()).isTrue());
        here.as(
                Role.PHYSICIAN,
                () -> notes.markEnteredInError(
                        prescribers.write(person), order.entry(), here.centre(), "Ordered for somebody else"));
        assertThat(due()).isEmpty();
    }

    @Test
    void a_recheck_is_due_after_a_dose_as_needed_until_somebody_looked() {
        var order = prescribers.paracetamol(here, person);
        var given = prescribers.give(here, person, prescribers.giving(order, null, 1));
        assertThat(sheet().rechecks())
                .singleElement()
                .satisfies(recheck ->
                        assertThat(recheck.dueAt()).isEqualTo(given.observedAt().plus(Duration.ofMinutes(60))));
        fieldOf(
                "observedAt",
                () -> asNurse(() -> administrations.recheck(
                        prescribers.write(person),
                        new RecheckDose(
                                given.id(),
                                Effect.BETTER,
                                null,
                                given.observedAt().minusSeconds(1)))));
        var looked = new RecheckDose(given.id(), Effect.BETTER, "Sleeps", prescribers.now());
        asNurse(() -> administrations.recheck(prescribers.write(person), looked));
        asNurse(() -> administrations.recheck(prescribers.write(person), looked));
        assertThat(sheet().rechecks()).isEmpty();
        assertThat(entries())
                .filteredOn(entry -> EntryTypes.RECHECK.equals(entry.type()))
                .hasSize(1);
    }

    @Test
    void a_recheck_taken_back_in_the_record_is_due_again_and_may_be_made_again() {
        var order = prescribers.paracetamol(here, person);
        var given = prescribers.give(here, person, prescribers.giving(order, null, 1));
        for (int times = 0; times < 2; times++) {
            var looked = new RecheckDose(given.id(), Effect.WORSE, null, prescribers.now());
            asNurse(() -> administrations.recheck(prescribers.write(person), looked));
            assertThat(sheet().rechecks()).isEmpty();
            var entry = entries().stream()
                    .filter(one -> EntryTypes.RECHECK.equals(one.type()) && !one.enteredInError())
                    .findFirst()
                    .orElseThrow();
            asNurse(() -> notes.markEnteredInError(
                    prescribers.write(person), entry.id(), here.centre(), "Looked at somebody else"));
            assertThat(sheet().rechecks())
                    .extracting(recheck -> recheck.dose().id())
                    .containsExactly(given.id());
        }
        assertThat(sheet().administrations()).hasSize(1);
    }

    @Test
    void who_reads_summaries_sees_that_there_is_something_and_no_drug() {
        prescribers.diazepam(here, person);
        var seen = prescribers.sheet(here, Role.SOCIAL_WORKER, person);
        assertThat(seen.orders()).isEmpty();
        assertThat(seen.withheld()).isTrue();
        var rows = here.as(
                Role.SOCIAL_WORKER,
                () -> timeline.page(access.grant(person, Section.RECORD), TimelineFilter.ALL, null, 10));
        assertThat(rows.toString()).doesNotContain("diaz");
    }

    @Test
    void the_sheets_of_several_people_come_in_few_statements_and_a_locked_one_stays_closed() {
        prescribers.thiamine(here, person);
        var many = new ArrayList<PersonId>(List.of(person));
        for (int i = 0; i < 6; i++) {
            var another = prescribers.register(here, "Anna");
            prescribers.thiamine(here, another);
            many.add(another);
        }
        var stranger = prescribers.register(elsewhere, "Far");
        prescribers.thiamine(elsewhere, stranger);
        many.add(stranger);
        here.as(
                Role.NURSE,
                () -> locks.lockSection(
                        access.grant(many.get(1), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL));
        var sheets = asNurse(() -> {
            var scope = access.scope(Section.MEDICAL, Purpose.CARE, null);
            statements.clear();
            var found = record.sheets(scope, many, prescribers.now().minus(Duration.ofDays(1)));
            assertThat(statements.ofThread(Thread.currentThread()).stream()
                            .filter(one -> one.sql().startsWith("SELECT")))
                    .hasSizeLessThanOrEqualTo(6);
            return found;
        });
        assertThat(sheets).hasSize(7).doesNotContainKey(stranger);
        assertThat(Objects.requireNonNull(sheets.get(person)).orders()).hasSize(1);
        assertThat(Objects.requireNonNull(sheets.get(many.get(1))).orders()).isEmpty();
        assertThat(Objects.requireNonNull(sheets.get(many.get(1))).withheld()).isTrue();
    }

    @Test
    void an_order_of_another_centre_is_told_of_and_not_shown_in_a_list() {
        house.follow(elsewhere, person);
        prescribers.thiamine(elsewhere, person);
        var sheets = asNurse(() ->
                record.sheets(access.scope(Section.MEDICAL, Purpose.CARE, null), List.of(person), prescribers.now()));
        assertThat(sheets).containsOnlyKeys(person);
        assertThat(Objects.requireNonNull(sheets.get(person)).orders()).isEmpty();
        assertThat(Objects.requireNonNull(sheets.get(person)).withheld()).isTrue();
    }

    private MedicationOrder stop(MedicationOrder order, String reason) {
        return here.as(Role.PHYSICIAN, () -> orders.stop(prescribers.write(person), new StopOrder(order.id(), reason)));
    }

    private DoseProposal proposal(MedicationOrder order) {
        return asNurse(() -> administrations.proposal(access.grant(person, Section.MEDICAL), order.id()));
    }

    private Administration withhold(
            MedicationOrder order, SlotName slot, NotGivenReason reason, @Nullable String words) {
        return asNurse(() -> administrations.withhold(
                prescribers.write(person),
                new WithholdDose(AdministrationId.create(), order.id(), slot, reason, words, prescribers.now())));
    }

    private GiveDose sedated(MedicationOrder order, @Nullable Integer sedation) {
        return new GiveDose(
                AdministrationId.create(), order.id(), null, BigDecimal.TEN, prescribers.now(), sedation, null);
    }

    private static CorrectDose correcting(AdministrationId id, Outcome outcome, @Nullable BigDecimal dose) {
        return new CorrectDose(AdministrationId.create(), id, outcome, dose, null, "Wrong tablet counted");
    }

    private List<DueDose> due() {
        var now = prescribers.now();
        var sheet = sheet();
        return asNurse(
                () -> sheet.doses(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)), now, definitions));
    }

    private MedicationSheet sheet() {
        return prescribers.sheet(here, Role.NURSE, person);
    }

    private List<EntryRow> entries() {
        return asNurse(() -> timeline.page(
                        access.grant(person, Section.RECORD), new TimelineFilter(Set.of(), EntryTypes.ALL), null, 50)
                .rows());
    }

    private void allergy(String text) {
        here.as(Role.NURSE, () -> {
            people.addAlert(
                    access.grant(person, Section.RISK, Right.WRITE, Purpose.CARE),
                    new AddAlert(AlertKind.ALLERGY, Severity.CRITICAL, text, null));
            return true;
        });
    }

    private void refused(String field, OrderedDrug drug, Regimen regimen) {
        refused(field, prescribers.command(here, drug, regimen));
    }

    private void refused(String field, SignOrder command) {
        fieldOf(field, () -> prescribers.sign(here, person, command));
    }

    private static void fieldOf(String field, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static Regimen triggered(String scale, List<BandDose> bands, int minimum, int maximum) {
        return new Regimen.SymptomTriggered(scale, bands, minimum, BigDecimal.valueOf(maximum), List.of(), 60);
    }

    private static BandDose band(int from, @Nullable Integer to) {
        return new BandDose(from, to, BigDecimal.TEN, false);
    }

    private static SignOrder ending(SignOrder order, @Nullable Instant endsAt) {
        return new SignOrder(
                order.id(),
                order.centre(),
                order.replaces(),
                order.drug(),
                order.regimen(),
                order.indication(),
                order.prophylaxis(),
                order.startsAt(),
                endsAt,
                order.note(),
                order.acknowledged(),
                order.override());
    }

    private static SignOrder replacing(SignOrder order, OrderId replaces) {
        return new SignOrder(
                order.id(),
                order.centre(),
                replaces,
                order.drug(),
                order.regimen(),
                order.indication(),
                order.prophylaxis(),
                order.startsAt(),
                order.endsAt(),
                order.note(),
                order.acknowledged(),
                order.override());
    }

    private static SignOrder answering(
            SignOrder order, Set<String> acknowledged, SignOrder.@Nullable Override override) {
        return new SignOrder(
                order.id(),
                order.centre(),
                order.replaces(),
                order.drug(),
                order.regimen(),
                order.indication(),
                order.prophylaxis(),
                order.startsAt(),
                order.endsAt(),
                order.note(),
                acknowledged,
                override);
    }

    private <T> T asNurse(Callable<T> act) {
        return here.as(Role.NURSE, act);
    }

    private static List<String> atOnce(Callable<?> act, int times) throws InterruptedException {
        var together = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var outcomes = new ArrayList<String>();
            Callable<Object> one = () -> {
                together.await();
                return act.call();
            };
            for (var future : threads.invokeAll(java.util.Collections.nCopies(times, one))) {
                try {
                    future.get();
                    outcomes.add("done");
                } catch (ExecutionException failed) {
                    outcomes.add(
                            failed.getCause() instanceof Conflict ? "Conflict" : String.valueOf(failed.getCause()));
                }
            }
            return outcomes;
        }
    }
}
