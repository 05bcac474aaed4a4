package org.relais.detox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.assessment.Assessments;
import org.relais.assessment.SignInstrument;
import org.relais.assessment.VitalSigns;
import org.relais.centre.Centres;
import org.relais.detox.HandOverNow.Stage;
import org.relais.detox.HandOverNow.Which;
import org.relais.medication.Administrations;
import org.relais.medication.DoseTime;
import org.relais.medication.DrugForm;
import org.relais.medication.DrugRoute;
import org.relais.medication.GiveDose;
import org.relais.medication.MedicationOrder;
import org.relais.medication.NotGivenReason;
import org.relais.medication.OrderedDrug;
import org.relais.medication.Orders;
import org.relais.medication.Regimen;
import org.relais.medication.SignOrder;
import org.relais.medication.WithholdDose;
import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.reintegration.Caseworkers;
import org.relais.shared.AdministrationId;
import org.relais.shared.AssessmentId;
import org.relais.shared.BedId;
import org.relais.shared.Conflict;
import org.relais.shared.HandOverId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.OmissionId;
import org.relais.shared.OrderId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Member;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;
import org.relais.therapy.Psychologists;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The hand-over of a ward: what the software writes, what is signed, and who may do what with it. */
@RelaisTest
@Import({MovableClock.class, WatchedBeds.class, HandOverRounds.class, Psychologists.class, Caseworkers.class})
class HandOversServiceTests {

    @Autowired
    HandOvers handOvers;

    @Autowired
    HandOverWatch watch;

    @Autowired
    HandOverToday today;

    @Autowired
    DetoxToday observations;

    @Autowired
    HandOverRounds rounds;

    @Autowired
    WatchedBeds wards;

    @Autowired
    DetoxEpisodes detoxes;

    @Autowired
    Assessments assessments;

    @Autowired
    Orders orders;

    @Autowired
    Administrations doses;

    @Autowired
    PersonService persons;

    @Autowired
    Locks locks;

    @Autowired
    Psychologists psychologists;

    @Autowired
    Caseworkers caseworkers;

    @Autowired
    StaffSetup staff;

    @Autowired
    StaffFunctions functions;

    @Autowired
    Centres centres;

    @Autowired
    AccessService access;

    @Autowired
    House house;

    @Autowired
    MovableClock clock;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandOverTable table;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Place here;
    Place elsewhere;
    Member giver;
    Member receiver;
    PersonId person;

    @BeforeEach
    void openHouse() {
        var opened = house.openAt(HandOverRounds.BEFORE_EVENING, clock);
        here = opened.here();
        elsewhere = opened.elsewhere();
        giver = here.member(Role.NURSE);
        receiver = house.another(here, Role.NURSE);
        person = watched("Rémi", here.beds().getFirst());
    }

    @Test
    void the_page_is_written_from_what_was_entered() {
        score(10);
        var thiamine = order("thiamine", LocalTime.of(18, 0));
        var diazepam = asNeeded("diazépam");
        give(diazepam);
        refuse(diazepam);
        warn(AlertKind.ALLERGY, "amoxicilline");
        warn(AlertKind.SEIZURE_HISTORY, "en 2023");
        warn(AlertKind.SUICIDE_RISK, "à réévaluer");
        clock.move(Duration.ofMinutes(5));
        score(14);
        var at = clockTime(clock.instant());
        var text = page(giver).text();
        assertThat(text.bed()).isEqualTo("301A");
        assertThat(text.name()).isEqualTo("Rémi Castellane");
        assertThat(text.about()).contains("ans", "J1");
        assertThat(text.identity()).contains("ans.", "Allergie : amoxicilline.");
        assertThat(text.situation())
                .contains("Sevrage : Alcool, jour 1.", "CIWA-Ar en hausse de 10 à 14, Modéré (derniers : 10, 14).");
        assertThat(text.background()).isEqualTo("Convulsion : en 2023.");
        assertThat(text.assessment())
                .contains(
                        "CIWA-Ar 14 à " + at,
                        "NEWS2 0 à",
                        "Risque suicidaire : à réévaluer.",
                        "Doses en 24 h : diazépam 5\u00a0mg (1 prise).",
                        "Non données : diazépam (refusée).");
        assertThat(text.recommendation())
                .contains(
                        "CIWA-Ar à " + clockTime(clock.instant().plus(Duration.ofHours(2))),
                        "NEWS2 à",
                        "Doses à donner : 18:00 thiamine 100\u00a0mg.",
                        "Appeler si CIWA-Ar ≥ 15 (E01).",
                        "Fin prévue le");
        assertThat(text.since())
                .isEqualTo("Depuis 07:00 : 3 scores, 1 dose, 1 dose non donnée, 2 changements d’ordonnance");
        assertThat(text.events())
                .extracting(HandOverText.Line::words)
                .contains("thiamine ordonné", "diazépam ordonné", "diazépam : dose refusée");
        assertThat(text.toKnow()).contains("amoxicilline", "en 2023", "à réévaluer");
        assertThat(thiamine.drug().name()).isEqualTo("thiamine");
    }

    @Test
    void what_was_missed_and_what_alarms_is_told() {
        score(22);
        clock.move(Duration.ofMinutes(3));
        var text = page(giver).text();
        assertThat(text.situation()).contains("CIWA-Ar 22, Sévère", "Alarme ouverte depuis");
        assertThat(text.since()).contains("2 alarmes");
        detoxes(OmissionKind.REFUSED);
        assertThat(page(giver).text().situation()).contains("1 observation non faite");
        assertThat(page(giver).text().since()).contains("1 observation non faite");
    }

    @Test
    void it_reads_in_the_language_of_its_reader_until_it_is_signed() {
        score(12);
        assertThat(rounds.now(here, giver, Locale.ENGLISH)
                        .pages()
                        .getFirst()
                        .text()
                        .since())
                .isEqualTo("Since 07:00: 2 scores");
        assertThat(rounds.now(here, giver, Locale.of("sv"))
                        .pages()
                        .getFirst()
                        .text()
                        .situation())
                .contains("Avgiftning: Alkohol, dag 1.");
        rounds.give(here, giver);
        assertThat(rounds.now(here, receiver, Locale.of("sv"))
                        .pages()
                        .getFirst()
                        .text()
                        .situation())
                .contains("Sevrage : Alcool, jour 1.");
    }

    @Test
    void the_number_of_statements_does_not_depend_on_the_number_of_people() {
        score(9);
        var one = statements(() -> rounds.now(here, giver));
        var room = wards.room(here, "302");
        for (var bed : List.of(here.beds().get(1), room.get(0), room.get(1))) {
            var more = watched("Jeanne", bed);
            score(more, 9);
        }
        assertThat(rounds.now(here, giver).pages()).hasSize(4);
        assertThat(statements(() -> rounds.now(here, giver))).isEqualTo(one);
        rounds.give(here, giver);
        var received = statements(() -> rounds.now(here, receiver));
        assertThat(received).isLessThan(one + 8);
    }

    @Test
    void what_relatives_and_psychotherapy_hold_is_never_in_it() {
        var secrets = List.of("SECRETPROCESS", "SECRETSESSION", "SECRETRELATIVE", "SECRETTHIRD", "0699887766");
        psychologists.signBoth(here, person, secrets.get(1), secrets.get(0));
        caseworkers.add(
                here,
                person,
                secrets.get(3),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3));
        giver.act(() -> persons.addRelative(
                access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                new RelativeDetails(secrets.get(2), Relation.SISTER, secrets.get(4), MayBeTold.nothing())));
        score(9);
        assertThat(String.valueOf(rounds.now(here, giver)))
                .contains("CIWA-Ar 9")
                .doesNotContain(secrets.toArray(CharSequence[]::new));
        var given = rounds.give(here, giver);
        assertThat(jdbc.sql("SELECT words FROM detox_hand_over_page WHERE hand_over_id = ?")
                        .param(given.id().value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(words -> assertThat(words).doesNotContain(secrets.toArray(CharSequence[]::new)));
    }

    @Test
    void what_is_signed_stays_word_for_word() {
        score(10);
        write(giver, "Inquiet pour sa fille.", 0);
        var read = page(giver).text();
        var given = rounds.give(here, giver);
        score(25);
        warn(AlertKind.ALLERGY, "pénicilline");
        var page = page(receiver);
        assertThat(page.text()).isEqualTo(read);
        assertThat(Objects.requireNonNull(page.sentence()).text()).isEqualTo("Inquiet pour sa fille.");
        assertThat(page.since()).contains("score");
        assertThatThrownBy(() -> write(giver, "Autre chose", 1))
                .isInstanceOfSatisfying(
                        Conflict.class, told -> assertThat(told.key()).isEqualTo("detox.hand-over.error.signed"));
        assertThat(rounds.now(here, giver).stage()).isEqualTo(Stage.GIVEN);
        assertThat(given.givenBy()).isEqualTo(giver.id());
    }

    @Test
    void it_is_signed_only_when_every_page_was_read_as_it_stands() {
        refused("detox.hand-over.error.unread", () -> rounds.sign(here, giver, HandOverId.create()));
        rounds.read(here, giver);
        score(11);
        assertThat(rounds.now(here, giver).read()).isZero();
        refused("detox.hand-over.error.unread", () -> rounds.sign(here, giver, HandOverId.create()));
        rounds.read(here, giver);
        var id = HandOverId.create();
        var given = rounds.sign(here, giver, id);
        assertThat(rounds.sign(here, giver, id)).isEqualTo(given);
        refused("detox.hand-over.error.given", () -> rounds.sign(here, giver, HandOverId.create()));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM detox_hand_over WHERE unit_id = ?")
                        .param(here.ward().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void of_two_who_sign_at_once_one_is_told() throws Exception {
        rounds.read(here, giver);
        rounds.read(here, receiver);
        var gate = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var tries = List.of(giver, receiver).stream()
                    .map(member -> both.submit(() -> {
                        gate.await();
                        try {
                            rounds.sign(here, member, HandOverId.create());
                            return "signed";
                        } catch (Conflict told) {
                            return told.key();
                        }
                    }))
                    .toList();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get()))
                    .containsExactlyInAnyOrder("signed", "detox.hand-over.error.given");
        }
    }

    @Test
    void it_is_signed_near_the_change_of_shifts_and_not_before() {
        var morning = house.openAt(LocalTime.of(13, 40), clock).here();
        var nurse = morning.member(Role.NURSE);
        rounds.read(morning, nurse);
        assertThat(rounds.now(morning, nurse).change().to().code()).isEqualTo("EVENING");
        refused("detox.hand-over.error.hour", () -> rounds.sign(morning, nurse, HandOverId.create()));
        clock.move(Duration.ofMinutes(6));
        rounds.read(morning, nurse);
        assertThat(rounds.now(morning, nurse).opens()).isTrue();
        rounds.sign(morning, nurse, HandOverId.create());
    }

    @Test
    void who_gives_does_not_receive_and_a_second_receiver_and_a_late_one_see_who_did() {
        rounds.read(here, giver);
        var given = rounds.sign(here, giver, HandOverId.create());
        refused("detox.hand-over.error.own", () -> rounds.accept(giver, given.id()));
        assertThat(rounds.now(here, receiver).stage()).isEqualTo(Stage.RECEIVE);
        refused("detox.hand-over.error.unread", () -> rounds.accept(receiver, given.id()));
        var received = rounds.receive(here, receiver, given.id());
        assertThat(received.receipts()).extracting(GivenHandOver.Mark::staff).containsExactly(receiver.id());
        assertThat(rounds.accept(receiver, given.id())).isEqualTo(received);
        var second = house.another(here, Role.NURSE);
        rounds.receive(here, second, given.id());
        var late = house.another(here, Role.NURSE);
        clock.move(Duration.ofHours(2));
        var seen = Objects.requireNonNull(rounds.now(here, late).given());
        assertThat(seen.givenBy()).isEqualTo(giver.id());
        assertThat(seen.receipts()).extracting(GivenHandOver.Mark::staff).containsExactly(receiver.id(), second.id());
    }

    @Test
    void a_physician_reads_it_and_signs_nothing_and_others_do_not_read_it() {
        var physician = here.member(Role.PHYSICIAN);
        assertThat(rounds.now(here, physician).stage()).isEqualTo(Stage.READ);
        rounds.read(here, physician);
        refused("detox.hand-over.error.nurse", () -> rounds.sign(here, physician, HandOverId.create()));
        var given = rounds.give(here, giver);
        assertThat(rounds.now(here, physician).pages()).hasSize(1);
        refused("detox.hand-over.error.nurse", () -> rounds.receive(here, physician, given.id()));
        for (var role : List.of(Role.PSYCHOLOGIST, Role.COORDINATOR, Role.SOCIAL_WORKER)) {
            assertThatThrownBy(() -> rounds.now(here, here.member(role))).isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> rounds.now(here, elsewhere.member(Role.NURSE))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.accept(elsewhere.member(Role.NURSE), given.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_changed_counts_from_the_readers_own_last_shift() {
        var first = rounds.give(here, giver);
        var left = clock.instant();
        rounds.receive(here, receiver, first.id());
        clock.move(Duration.ofMinutes(90));
        score(9);
        clock.move(Duration.ofHours(5));
        score(12);
        rounds.give(here, receiver);
        assertThat(page(receiver).text().since()).startsWith("Depuis 14:45 : 2 scores");
        // Who went home in the afternoon comes back at night
        assertThat(page(giver).since()).startsWith("Depuis " + clockTime(left) + " : 2 scores");
        // Who was not here sees the shift that ends
        assertThat(page(house.another(here, Role.NURSE)).since()).startsWith("Depuis 14:45 : 2 scores");
    }

    @Test
    void of_a_person_who_locked_it_only_that_something_is_withheld() {
        score(13);
        write(giver, "Veut parler ce soir.", 0);
        lock();
        var page = page(giver);
        assertThat(page.withheld()).isTrue();
        assertThat(page.text().situation()
                        + page.text().assessment()
                        + page.text().score()
                        + page.text().since())
                .isEmpty();
        assertThat(page.sentence()).isNull();
        assertThat(page.text().identity()).contains("Pas d’allergie notée");
        var given = rounds.give(here, giver);
        assertThat(jdbc.sql("SELECT CONCAT(words, COALESCE(sentence, '')) FROM detox_hand_over_page"
                                + " WHERE hand_over_id = ?")
                        .param(given.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("13", "Alcool", "Veut parler");
    }

    @Test
    void what_is_locked_after_it_was_signed_closes_there_too() {
        score(13);
        write(giver, "Veut parler ce soir.", 0);
        rounds.give(here, giver);
        assertThat(page(receiver).text().situation()).contains("13");
        lock();
        var page = page(receiver);
        assertThat(page.withheld()).isTrue();
        assertThat(String.valueOf(page)).doesNotContain("CIWA-Ar 13", "Alcool", "Veut parler", "scores");
    }

    @Test
    void two_nurses_write_one_sentence_and_neither_overwrites_the_other() {
        var mine = write(giver, "Inquiet pour sa fille.", 0);
        assertThat(write(giver, "Inquiet pour sa fille.", 0)).isEqualTo(mine);
        assertThatThrownBy(() -> write(receiver, "Dort bien.", 0))
                .isInstanceOfSatisfying(
                        SentenceChanged.class,
                        told -> assertThat(told.theirs().text()).isEqualTo("Inquiet pour sa fille."));
        var theirs = write(receiver, "Dort bien.", 1);
        assertThat(theirs.by()).isEqualTo(receiver.id());
        assertThatThrownBy(() -> write(giver, "Autre", 1)).isInstanceOf(SentenceChanged.class);
        assertThat(Objects.requireNonNull(page(giver).sentence()).text()).isEqualTo("Dort bien.");
        assertThatThrownBy(() -> write(giver, "x".repeat(301), 2)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void half_an_hour_without_a_receipt_the_charge_nurse_is_told_once() throws Exception {
        var charge = house.another(here, Role.NURSE);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    charge.id(),
                    here.centre(),
                    StaffFunction.CHARGE_NURSE,
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2),
                    null);
            return charge;
        });
        var given = rounds.give(here, giver);
        clock.move(Duration.ofMinutes(29));
        assertThat(charge.<List<?>>act(() -> handOvers.unreceived())).isEmpty();
        watch.look();
        assertThat(told(given.id())).isEmpty();
        clock.move(Duration.ofMinutes(2));
        assertThat(charge.<List<GivenHandOver.Unreceived>>act(() -> handOvers.unreceived()))
                .extracting(GivenHandOver.Unreceived::id, GivenHandOver.Unreceived::givenBy)
                .containsExactly(tuple(given.id(), giver.id()));
        assertThat(receiver.<List<?>>act(() -> handOvers.unreceived())).isEmpty();
        // Two nodes look at once
        var other = new HandOverWatch(
                table, handOvers, new LateHandOvers(), functions, centres, clock, events, transaction);
        var gate = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var looks = List.of(watch, other).stream()
                    .map(one -> both.submit(() -> {
                        gate.await();
                        return one.look();
                    }))
                    .toList();
            assertThat(looks.get(0).get() + looks.get(1).get()).isOne();
        }
        assertThat(told(given.id())).extracting(GivenHandOver.Mark::staff).containsExactly(charge.id());
        rounds.receive(here, receiver, given.id());
        assertThat(charge.<List<?>>act(() -> handOvers.unreceived())).isEmpty();
    }

    @Test
    void one_that_waits_stands_on_the_day_of_the_other_nurses_of_the_ward() {
        var given = rounds.give(here, giver);
        assertThat(items(receiver))
                .extracting(TodayItem::kind, TodayItem::path)
                .containsExactly(tuple(TodayItem.Kind.TO_SIGN, DetoxRoutes.handOver(here.ward())));
        assertThat(items(giver)).isEmpty();
        assertThat(items(here.member(Role.PHYSICIAN))).isEmpty();
        assertThat(items(elsewhere.member(Role.NURSE))).isEmpty();
        rounds.receive(here, receiver, given.id());
        assertThat(items(receiver)).isEmpty();
    }

    @Test
    void my_day_ends_with_the_shift() {
        var evening = house.openAt(LocalTime.of(18, 0), clock).here();
        wards.watched(evening, "Viktor", evening.beds().getFirst(), "ALC_IN", Substance.ALCOHOL, 10);
        var nurse = evening.member(Role.NURSE);
        // CIWA-Ar is due within half an hour, NEWS2 at 22:00 and so in the night
        assertThat(nurse.<List<TodayItem>>act(() -> observations.items(
                        rounds.scope(Section.ADMINISTRATIVE), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))))
                .extracting(item -> item.title().arguments())
                .containsExactly(List.of("CIWA-Ar"));
    }

    @Test
    void each_printed_copy_is_counted_and_logged_for_each_person() {
        statements.clear();
        var first = print(giver);
        assertThat(first.copy().number()).isOne();
        assertThat(first.copy().mark()).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        assertThat(statements.all())
                .filteredOn(statement -> statement.sql().contains("access_event"))
                .anySatisfy(statement -> assertThat(statement.parameters())
                        .contains("PRINT", "hand-over", first.copy().id().toString()));
        assertThat(print(receiver).copy().number()).isEqualTo(2);
    }

    @Test
    void somebody_who_came_after_it_was_read_is_not_left_out() {
        rounds.read(here, giver);
        watched("Jeanne", here.beds().get(1));
        refused("detox.hand-over.error.unread", () -> rounds.sign(here, giver, HandOverId.create()));
    }

    private List<GivenHandOver.Mark> told(HandOverId id) {
        return table.find(id).orElseThrow().told();
    }

    private List<TodayItem> items(Member member) {
        return member.act(() -> today.items(
                rounds.scope(Section.ADMINISTRATIVE), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private HandOvers.Printed print(Member member) {
        return member.act(() -> handOvers.print(
                rounds.scope(Section.ADMINISTRATIVE),
                rounds.scope(Section.MEDICAL),
                rounds.scope(Section.RISK),
                here.ward(),
                Which.CURRENT,
                Locale.FRENCH));
    }

    private HandOverSentence write(Member member, String text, int version) {
        var change = rounds.now(here, member).change().at();
        return member.act(() -> handOvers.write(write(), here.ward(), change, text, version));
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Conflict.class, told -> assertThat(told.key()).isEqualTo(key));
    }

    private long statements(Runnable work) {
        statements.clear();
        work.run();
        return statements.ofThread(Thread.currentThread()).size();
    }

    private HandOverPage page(Member member) {
        return rounds.page(here, member, person);
    }

    private PersonId watched(String name, BedId bed) {
        return wards.watched(here, name, bed, "ALC_IN", Substance.ALCOHOL, 10);
    }

    private void lock() {
        here.as(Role.NURSE, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.MEDICAL);
            return person;
        });
    }

    private void warn(AlertKind kind, String text) {
        giver.act(() -> persons.addAlert(
                access.grant(person, Section.RISK, Right.WRITE, Purpose.CARE),
                new AddAlert(kind, Severity.CRITICAL, text, null)));
    }

    private void score(int total) {
        score(person, total);
    }

    private void score(PersonId about, int total) {
        giver.act(() -> assessments.sign(
                access.grant(about, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                new SignInstrument(
                        AssessmentId.create(),
                        "CIWA_AR",
                        1,
                        null,
                        HandOverRounds.ciwa(total),
                        null,
                        false,
                        null,
                        clock.instant(),
                        here.centre(),
                        null,
                        null)));
    }

    private void detoxes(OmissionKind kind) {
        giver.act(() -> {
            var detox = detoxes.live(access.grant(person, Section.MEDICAL)).orElseThrow();
            detoxes.omit(
                    write(),
                    new OmitObservation(
                            OmissionId.create(), detox.id(), "CIWA_AR", kind, "Veut dormir", VitalSigns.NONE, null));
            return person;
        });
    }

    private MedicationOrder order(String drug, LocalTime at) {
        return sign(drug, new Regimen.Scheduled(List.of(new DoseTime(at, BigDecimal.valueOf(100)))));
    }

    private MedicationOrder asNeeded(String drug) {
        return sign(drug, new Regimen.AsNeeded(BigDecimal.valueOf(5), 60, BigDecimal.valueOf(40), null));
    }

    private MedicationOrder sign(String drug, Regimen regimen) {
        return here.as(
                Role.PHYSICIAN,
                () -> orders.sign(
                        write(),
                        new SignOrder(
                                OrderId.create(),
                                here.centre(),
                                null,
                                new OrderedDrug(null, drug, null, DrugForm.TABLET, DrugRoute.ORAL, "mg"),
                                regimen,
                                "Sevrage",
                                false,
                                null,
                                clock.instant().plus(Duration.ofDays(3)),
                                null,
                                Set.of(),
                                null)));
    }

    private void give(MedicationOrder order) {
        giver.act(() -> doses.give(
                write(),
                new GiveDose(
                        AdministrationId.create(),
                        order.id(),
                        null,
                        BigDecimal.valueOf(5),
                        clock.instant(),
                        null,
                        null)));
    }

    private void refuse(MedicationOrder order) {
        giver.act(() -> doses.withhold(
                write(),
                new WithholdDose(
                        AdministrationId.create(),
                        order.id(),
                        null,
                        NotGivenReason.NOT_WANTED,
                        null,
                        clock.instant())));
    }

    private Grant write() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private String clockTime(@Nullable Instant instant) {
        var zone = giver.act(() -> centres.centre(here.centre()).serviceDay().zone());
        return LocalTime.ofInstant(Objects.requireNonNull(instant), zone)
                .toString()
                .substring(0, 5);
    }
}
