package org.relais.oversight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.BeginEmergency;
import org.relais.access.EmergencyAccess;
import org.relais.access.EmergencyReason;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.Admit;
import org.relais.episode.EpisodeService;
import org.relais.episode.People;
import org.relais.person.AddContact;
import org.relais.person.ContactKind;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.record.Visibility;
import org.relais.record.Writers;
import org.relais.shared.EmergencyId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each rule of unusual access finds and leaves alone, and that nothing is found twice or missed. */
@RelaisTest
@Import({MovableClock.class, Writers.class, People.class})
class UnusualAccessWatchTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    Writers writers;

    @Autowired
    AccessService access;

    @Autowired
    PersonService persons;

    @Autowired
    EpisodeService episodes;

    @Autowired
    Protections protections;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    StaffSetup staff;

    @Autowired
    UnusualAccessWatch watch;

    @Autowired
    UnusualAccessRules rules;

    @Autowired
    WatchCursors cursors;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${relais.log.schema}")
    String logSchema;

    Place here;
    Place elsewhere;
    Instant began;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        began = clock.instant();
        access.taskScope("test", here.centre(), Purpose.CARE);
        startAtTheEnd();
    }

    @AfterEach
    void backToNow() {
        // What other tests leave behind is none of the next one's
        startAtTheEnd();
        clock.move(Duration.between(clock.instant(), java.time.Clock.systemUTC().instant()));
    }

    // ---- same surname

    @Test
    void a_record_of_ones_own_surname_is_found_once_however_it_is_written() {
        var surname = staffSurname(here);
        var namesake = registered(here, "Ana", surname.toUpperCase(java.util.Locale.ROOT));
        open(here, Role.NURSE, namesake, Section.ADMINISTRATIVE);
        open(here, Role.NURSE, namesake, Section.MEDICAL);
        watch.look();
        assertThat(found("SAME_SURNAME", namesake)).containsExactly(id(here, Role.NURSE));
    }

    @Test
    void another_surname_is_left_alone() {
        var other = registered(here, "Ana", "Ferreira");
        open(here, Role.NURSE, other, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("SAME_SURNAME", other)).isEmpty();
    }

    @Test
    void a_refused_attempt_at_a_record_of_ones_own_surname_is_found_too() {
        var namesake = registered(here, "Ana", staffSurname(elsewhere));
        assertThatThrownBy(() -> open(elsewhere, Role.NURSE, namesake, Section.ADMINISTRATIVE))
                .isInstanceOf(AccessDenied.class);
        watch.look();
        assertThat(found("SAME_SURNAME", namesake)).containsExactly(id(elsewhere, Role.NURSE));
        assertThat(found("NO_CONTACT", namesake)).isEmpty();
    }

    // ---- same address

    @Test
    void a_record_at_ones_own_address_is_found_and_no_address_is_kept_with_the_staff() {
        home(here, Role.NURSE, "12, rue des Lilas, 44000 Nantes");
        var neighbour = registered(here, "Ana", "Ferreira");
        live(neighbour, "12 Rue des LILAS\n44000 Nantes");
        open(here, Role.NURSE, neighbour, Section.ADMINISTRATIVE);
        open(here, Role.PHYSICIAN, neighbour, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("SAME_ADDRESS", neighbour)).containsExactly(id(here, Role.NURSE));
        assertThat(jdbc.sql("SELECT address_hash FROM staff_home WHERE staff_id = ?")
                        .param(id(here, Role.NURSE).value())
                        .query(String.class)
                        .single())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void another_address_or_none_is_left_alone() {
        home(here, Role.NURSE, "12, rue des Lilas, 44000 Nantes");
        var other = registered(here, "Ana", "Ferreira");
        live(other, "14, rue des Lilas, 44000 Nantes");
        open(here, Role.NURSE, other, Section.ADMINISTRATIVE);
        open(here, Role.PHYSICIAN, other, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("SAME_ADDRESS", other)).isEmpty();
    }

    // ---- a colleague's record

    @Test
    void the_record_of_a_person_of_a_colleagues_full_name_is_found() {
        var colleague = registered(here, "Given", staffSurname(elsewhere));
        open(here, Role.NURSE, colleague, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("COLLEAGUE", colleague)).containsExactly(id(here, Role.NURSE));
        assertThat(found("SAME_SURNAME", colleague)).isEmpty();
    }

    @Test
    void a_person_who_shares_a_surname_with_a_colleague_is_no_colleague() {
        var other = registered(here, "Ana", staffSurname(elsewhere));
        open(here, Role.NURSE, other, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("COLLEAGUE", other)).isEmpty();
    }

    // ---- no contact

    @Test
    void a_record_opened_a_month_after_the_last_contact_is_found() {
        var person = registered(here, "Ana", "Ferreira");
        clock.move(Duration.ofDays(30));
        open(here, Role.NURSE, person, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("NO_CONTACT", person)).containsExactly(id(here, Role.NURSE));
    }

    @Test
    void the_registration_a_week_ago_is_a_contact() {
        var person = registered(here, "Ana", "Ferreira");
        clock.move(Duration.ofDays(7).minusMinutes(5));
        open(here, Role.NURSE, person, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("NO_CONTACT", person)).isEmpty();
    }

    @Test
    void an_entry_of_the_centre_is_a_contact_and_one_of_another_centre_is_none() {
        var person = registered(here, "Ana", "Ferreira");
        house.follow(elsewhere, person);
        clock.move(Duration.ofDays(30));
        writers.sign(here, Role.NURSE, person, "record.phone-call", "Called", Visibility.TEAM);
        // What opened the record before the call was written down is of this day too
        startAtTheEnd();
        open(here, Role.PHYSICIAN, person, Section.MEDICAL);
        open(elsewhere, Role.PHYSICIAN, person, Section.MEDICAL);
        watch.look();
        assertThat(found("NO_CONTACT", person)).containsExactly(id(elsewhere, Role.PHYSICIAN));
    }

    @Test
    void a_stay_is_a_contact_while_it_lasts() {
        var person = registered(here, "Ana", "Ferreira");
        here.as(
                Role.NURSE,
                () -> episodes.admit(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new Admit(null, 0, here.ward(), null, null)));
        clock.move(Duration.ofDays(30));
        open(here, Role.NURSE, person, Section.MEDICAL);
        watch.look();
        assertThat(found("NO_CONTACT", person)).isEmpty();
    }

    @Test
    void a_task_that_is_due_is_a_contact() {
        var person = registered(here, "Ana", "Ferreira");
        clock.move(Duration.ofDays(30));
        jdbc.sql("""
                        INSERT INTO worklist_task (id, person_id, section, discipline, kind, title, title_arguments,
                            due_at, centre_id, source_id, created_at, created_by, state)
                        VALUES (?,?,'PLAN','MEDICAL','test','A task','[]',?,?,?,?,?,'OPEN')""")
                .param(UUID.randomUUID())
                .param(person.value())
                .param(Utc.column(clock.instant().plus(Duration.ofDays(6))))
                .param(here.centre().value())
                .param(UUID.randomUUID())
                .param(Utc.column(began))
                .param(id(here, Role.NURSE).value())
                .update();
        open(here, Role.NURSE, person, Section.MEDICAL);
        watch.look();
        assertThat(found("NO_CONTACT", person)).isEmpty();
    }

    @Test
    void the_day_of_the_next_session_is_a_contact() {
        var person = registered(here, "Ana", "Ferreira");
        clock.move(Duration.ofDays(30));
        jdbc.sql("""
                        INSERT INTO therapy_session (id, person_id, centre_id, clinician_id, entry_id, starts_at, mode,
                            attendance, next_on, signed_at)
                        VALUES (?,?,?,?,?,?,'IN_PERSON','ATTENDED',?,?)""")
                .param(UUID.randomUUID())
                .param(person.value())
                .param(here.centre().value())
                .param(id(here, Role.PSYCHOLOGIST).value())
                .param(UUID.randomUUID())
                .param(Utc.column(began))
                .param(LocalDate.ofInstant(clock.instant(), PARIS).plusDays(3))
                .param(Utc.column(began))
                .update();
        open(here, Role.PSYCHOLOGIST, person, Section.PSYCHOLOGICAL);
        watch.look();
        assertThat(found("NO_CONTACT", person)).isEmpty();
    }

    // ---- out of hours

    @Test
    void at_night_a_nurse_of_a_house_where_people_stay_is_expected_and_a_social_worker_is_not() {
        var person = registered(here, "Ana", "Ferreira");
        moveTo(LocalTime.of(3, 14));
        open(here, Role.NURSE, person, Section.ADMINISTRATIVE);
        open(here, Role.SOCIAL_WORKER, person, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("OUT_OF_HOURS", person)).containsExactly(id(here, Role.SOCIAL_WORKER));
    }

    @Test
    void by_day_everybody_is_expected() {
        var person = registered(here, "Ana", "Ferreira");
        moveTo(LocalTime.of(6, 30));
        open(here, Role.SOCIAL_WORKER, person, Section.ADMINISTRATIVE);
        moveTo(LocalTime.of(21, 29));
        open(here, Role.SOCIAL_WORKER, person, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("OUT_OF_HOURS", person)).isEmpty();
    }

    // ---- volume

    @Test
    void more_than_forty_records_within_an_hour_are_found_as_one_thing() {
        var opened = openMany(here, Role.PHYSICIAN, 41);
        watch.look();
        var found = findings("VOLUME", id(here, Role.PHYSICIAN));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().get("records")).isEqualTo(41);
        assertThat(found.getFirst().get("person_id")).isEqualTo(FindingRows.NO_ONE);
        assertThat(opened).hasSize(41);
    }

    @Test
    void forty_records_in_an_hour_and_forty_after_it_are_left_alone() {
        openMany(here, Role.PHYSICIAN, 40);
        clock.move(Duration.ofMinutes(61));
        openMany(here, Role.PHYSICIAN, 40);
        watch.look();
        assertThat(findings("VOLUME", id(here, Role.PHYSICIAN))).isEmpty();
    }

    // ---- protected person

    @Test
    void whoever_opens_or_tries_to_open_the_record_of_a_protected_person_is_found() {
        var person = registered(here, "Ana", "Ferreira");
        open(here, Role.PHYSICIAN, person, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("PROTECTED", person)).isEmpty();
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(id(here, Role.NURSE)),
                    "Works for the local newspaper");
            return person;
        });
        open(here, Role.NURSE, person, Section.ADMINISTRATIVE);
        assertThatThrownBy(() -> open(here, Role.PHYSICIAN, person, Section.ADMINISTRATIVE))
                .isInstanceOf(AccessDenied.class);
        watch.look();
        assertThat(found("PROTECTED", person))
                .containsExactlyInAnyOrder(id(here, Role.NURSE), id(here, Role.PHYSICIAN));
    }

    // ---- emergency

    @Test
    void every_emergency_access_is_found_and_an_ordinary_one_is_not() {
        var person = house.personAt(here);
        elsewhere.as(
                Role.NURSE,
                () -> emergencies.begin(new BeginEmergency(
                        EmergencyId.create(),
                        person,
                        EmergencyReason.UNCONSCIOUS,
                        "Found unconscious in the corridor",
                        30)));
        open(here, Role.NURSE, person, Section.MEDICAL);
        watch.look();
        assertThat(found("EMERGENCY", person)).containsExactly(id(elsewhere, Role.NURSE));
    }

    // ---- once, and always

    @Test
    void looking_again_from_the_beginning_finds_nothing_new() {
        var before = cursor();
        var person = house.personAt(here);
        open(here, Role.NURSE, person, Section.MEDICAL);
        assertThat(watch.look()).isPositive();
        var once = all(here);
        jdbc.sql("UPDATE oversight_watch_cursor SET last_sequence = ? WHERE (node, month) = (?,?)")
                .params(Arrays.asList(before.get("last_sequence"), before.get("node"), before.get("month")))
                .update();
        assertThat(watch.look()).isZero();
        assertThat(all(here)).isEqualTo(once);
    }

    @Test
    void the_same_again_on_the_next_service_day_is_found_again() {
        var person = house.personAt(here);
        open(here, Role.NURSE, person, Section.MEDICAL);
        clock.move(Duration.ofDays(1));
        open(here, Role.NURSE, person, Section.MEDICAL);
        watch.look();
        assertThat(found("NO_CONTACT", person)).containsExactly(id(here, Role.NURSE), id(here, Role.NURSE));
    }

    @Test
    void of_two_that_look_at_once_one_leaves_and_nothing_is_lost_or_double() throws Exception {
        var person = house.personAt(here);
        open(here, Role.NURSE, person, Section.MEDICAL);
        var before = cursor();
        transaction.executeWithoutResult(_ -> {
            assertThat(cursors.lock()).isTrue();
            assertThat(elsewhereLooks()).isZero();
            assertThat(found("NO_CONTACT", person)).isEmpty();
        });
        assertThat(cursor()).isEqualTo(before);
        var more = openMany(here, Role.NURSE, 30);
        var start = new CountDownLatch(1);
        try (var runners = Executors.newFixedThreadPool(2)) {
            var both = IntStream.range(0, 2)
                    .mapToObj(_ -> runners.submit(() -> {
                        start.await();
                        return watch.look();
                    }))
                    .toList();
            start.countDown();
            var found = 0;
            for (var runner : both) {
                found += runner.get();
            }
            found += watch.look();
            assertThat(found).isEqualTo(all(here).size());
        }
        more.add(person);
        assertThat(more)
                .allSatisfy(each -> assertThat(found("NO_CONTACT", each)).hasSize(1));
    }

    @Test
    void a_row_of_another_node_that_comes_late_is_not_missed() {
        var person = house.personAt(here);
        open(here, Role.NURSE, person, Section.MEDICAL);
        watch.look();
        var late = clock.instant().minus(Duration.ofDays(3));
        written("late-node", 1, late, id(here, Role.PHYSICIAN), person);
        watch.look();
        written("late-node", 2, late.plusSeconds(1), id(here, Role.PSYCHOLOGIST), person);
        watch.look();
        assertThat(found("NO_CONTACT", person))
                .containsExactlyInAnyOrder(id(here, Role.NURSE), id(here, Role.PHYSICIAN), id(here, Role.PSYCHOLOGIST));
    }

    @Test
    void what_nobody_did_is_not_looked_at_and_leaves_no_row_in_the_log() {
        access.taskScope("test", here.centre(), Purpose.CARE);
        watch.look();
        var rows = logged();
        assertThat(watch.look()).isZero();
        assertThat(logged()).isEqualTo(rows);
    }

    @Test
    void it_looks_under_its_own_name_in_the_log() {
        var person = house.personAt(here);
        open(here, Role.NURSE, person, Section.MEDICAL);
        var before = looks();
        watch.look();
        assertThat(looks() - before).isEqualTo(1);
    }

    @Test
    void a_merged_record_answers_for_the_one_it_absorbed() {
        var namesake = registered(here, "Ana", staffSurname(here));
        var other = registered(here, "Ana", "Ferreira");
        jdbc.sql("""
                        INSERT INTO access_merge (id, absorbed_id, surviving_id, linked_at, linked_by, reason, live)
                        VALUES (?,?,?,?,?,'Same person',TRUE)""")
                .param(UUID.randomUUID())
                .param(namesake.value())
                .param(other.value())
                .param(Utc.column(clock.instant()))
                .param(id(here, Role.COORDINATOR).value())
                .update();
        open(here, Role.NURSE, other, Section.ADMINISTRATIVE);
        watch.look();
        assertThat(found("SAME_SURNAME", other)).containsExactly(id(here, Role.NURSE));
    }

    @Test
    void every_rule_says_where_it_comes_from_and_that_nobody_approved_it() {
        assertThat(rules.inForce()).hasSize(8).allSatisfy(rule -> {
            assertThat(rule.rule().source()).isNotBlank();
            assertThat(rule.rule().approved()).isFalse();
        });
        assertThat(rules.inForce().stream().map(UnusualAccessRule::mark)).doesNotHaveDuplicates();
    }

    // ---- what the tests do

    private PersonId registered(Place place, String given, String family) {
        return persons.register(
                access.taskScope("test", place.centre(), Purpose.CARE),
                new RegisterPerson(
                        place.centre(),
                        place.ward(),
                        new Identity(null, given, family, false, LocalDate.of(1984, 3, 14), null, null)));
    }

    private void live(PersonId person, String address) {
        here.as(
                Role.COORDINATOR,
                () -> persons.addContact(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        new AddContact(ContactKind.ADDRESS, address)));
    }

    private void home(Place place, Role role, String address) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, (Callable<@Nullable Object>) () -> {
            staff.enterHome(id(place, role), address);
            return null;
        });
    }

    private void open(Place place, Role role, PersonId person, Section section) {
        place.as(role, () -> access.grant(person, section));
    }

    private java.util.ArrayList<PersonId> openMany(Place place, Role role, int count) {
        var many = new java.util.ArrayList<PersonId>();
        for (int number = 0; number < count; number++) {
            var person = house.personAt(place);
            open(place, role, person, Section.MEDICAL);
            many.add(person);
        }
        return many;
    }

    private int elsewhereLooks() {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(watch::look).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** To that time of day in Paris, on the next Wednesday and no other day. */
    private void moveTo(LocalTime time) {
        var now = clock.instant().atZone(PARIS);
        var next = now.with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.WEDNESDAY))
                .with(time);
        if (next.isBefore(now)) {
            next = next.plusWeeks(1);
        }
        clock.move(Duration.between(now, next));
    }

    private static String staffSurname(Place place) {
        return "Family " + place.member(Role.NURSE).username().substring("nurse.".length());
    }

    private static StaffId id(Place place, Role role) {
        return place.member(role).id();
    }

    private List<StaffId> found(String rule, PersonId person) {
        return jdbc.sql("SELECT actor_id FROM oversight_finding WHERE rule_code = ? AND person_id = ?")
                .param(rule)
                .param(person.value())
                .query((row, number) -> new StaffId(Utc.uuid(row, "actor_id")))
                .list();
    }

    private List<Map<String, @Nullable Object>> findings(String rule, StaffId actor) {
        return jdbc.sql("SELECT * FROM oversight_finding WHERE rule_code = ? AND actor_id = ?")
                .param(rule)
                .param(actor.value())
                .query()
                .listOfRows();
    }

    private Set<UUID> all(Place place) {
        return jdbc
                .sql("SELECT id FROM oversight_finding WHERE actor_id IN (:staff)")
                .param(
                        "staff",
                        place.members().values().stream()
                                .map(member -> member.id().value())
                                .toList())
                .query((row, number) -> Utc.uuid(row, "id"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private Map<String, @Nullable Object> cursor() {
        return jdbc.sql(
                        "SELECT * FROM oversight_watch_cursor WHERE node <> 'late-node' ORDER BY month DESC, node LIMIT 1")
                .query()
                .singleRow();
    }

    private int looks() {
        return jdbc.sql("SELECT COUNT(*) FROM " + logSchema
                        + ".access_event WHERE actor_id IS NULL AND actor_role = 'task unusual-access'"
                        + " AND purpose = 'CONTROL' AND section = 'AUDIT_LOG'")
                .query(Integer.class)
                .single();
    }

    private int logged() {
        return jdbc.sql("SELECT COUNT(*) FROM " + logSchema + ".access_event")
                .query(Integer.class)
                .single();
    }

    private void startAtTheEnd() {
        jdbc.sql("INSERT INTO oversight_watch_cursor SELECT node, month, MAX(node_sequence) FROM " + logSchema
                        + ".access_event WHERE node_sequence IS NOT NULL GROUP BY node, month"
                        + " ON DUPLICATE KEY UPDATE last_sequence = VALUES(last_sequence)")
                .update();
    }

    private void written(String node, long sequence, Instant at, StaffId actor, PersonId person) {
        jdbc.sql("INSERT INTO " + logSchema
                        + ".access_event (month, id, occurred_at, node, node_sequence, actor_id, actor_role,"
                        + " actor_centre_id, action, person_id, section, purpose, basis, allowed, leaf_hash)"
                        + " VALUES (?,?,?,?,?,?,'NURSE',?,'VIEW',?,'MEDICAL','CARE','relation',TRUE,?)")
                .param(WatchCursors.month(at))
                .param(UUID.randomUUID())
                .param(Utc.column(at))
                .param(node)
                .param(sequence)
                .param(actor.value())
                .param(here.centre().value())
                .param(person.value())
                .param(new byte[32])
                .update();
    }
}
