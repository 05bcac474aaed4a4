package org.relais.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.exchange.fhir.SyntheaFiles;
import org.relais.exchange.referral.BrokenReferral;
import org.relais.person.PersonService;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;
import org.relais.worklist.TodayItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Files put in on a screen: nothing is in a record before it was decided, and nothing is decided twice. */
@RelaisTest
@Import(MovableClock.class)
class StagedReferralsServiceTests {

    /** Every table in which a file leaves something, waiting or taken over. */
    private static final List<String> TABLES = List.of(
            "person_person",
            "person_identity",
            "person_identifier",
            "person_contact",
            "person_alert",
            "history_problem",
            "history_medication",
            "history_encounter",
            "history_observation",
            "record_entry",
            "episode_episode",
            "exchange_source",
            "exchange_referral",
            "exchange_item",
            "exchange_staged_file",
            "exchange_staged_part");

    private static final List<String> STAGED = List.of("exchange_staged_file", "exchange_staged_part");

    @Autowired
    House house;

    @Autowired
    StagedReferrals staged;

    @Autowired
    StagedSweep sweep;

    @Autowired
    StagedToday today;

    @Autowired
    StagedStore store;

    @Autowired
    StaffSetup staff;

    @Autowired
    Referrals referrals;

    @Autowired
    PersonService people;

    @Autowired
    Protections protections;

    @Autowired
    AccessService access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    StatementLog statements;

    Place here;
    Place elsewhere;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
    }

    @Test
    void a_real_file_goes_from_the_counts_to_the_record_in_two_steps() {
        var content = SyntheaFiles.fresh("A014").getBytes(StandardCharsets.UTF_8);
        var before = rows();

        var file = stage(here, "A014.json", content).file();

        assertThat(file.state()).isEqualTo(StagedState.IDENTITY);
        assertThat(file.wouldTake()).isGreaterThan(100);
        assertThat(grown(before).keySet()).containsExactlyInAnyOrderElementsOf(STAGED);
        var matches = coordinate(here, scope -> staged.matches(scope, file.id()));
        assertThat(matches.candidates()).isEmpty();
        assertThat(matches.mayRegister()).isTrue();

        var person = coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));

        var identified = grown(before);
        assertThat(identified).containsEntry("person_person", 1).containsEntry("episode_episode", 1);
        assertThat(identified).doesNotContainKeys("history_problem", "history_observation", "person_alert");
        assertThatThrownBy(() ->
                        here.as(Role.COORDINATOR, () -> staged.preview(medical(person, Right.READ), file.id())))
                .isInstanceOf(AccessDenied.class);

        var preview = here.as(Role.PHYSICIAN, () -> staged.preview(medical(person, Right.READ), file.id()));

        var shown = preview.groups().stream()
                .mapToInt(group -> group.lines().size())
                .sum();
        var result = here.as(Role.PHYSICIAN, () -> accept(person, file));
        var taken = result.types().stream().mapToInt(TypeResult::imported).sum();
        assertThat(taken).isEqualTo(file.wouldTake());
        assertThat(shown).isEqualTo(taken - 1);
        assertThat(grown(before)).doesNotContainKey("exchange_staged_part").containsEntry("exchange_referral", 1);
        assertThat(coordinate(here, scope -> staged.list(scope)).rows()).isEmpty();
        assertThatThrownBy(() -> here.as(Role.PHYSICIAN, () -> accept(person, file)))
                .isInstanceOf(Conflict.class);
        var after = rows();
        var again = stage(here, "again.json.gz", content(content));
        assertThat(again.already()).isTrue();
        assertThat(again.file().id()).isEqualTo(file.id());
        assertThat(again.file().state()).isEqualTo(StagedState.TAKEN);
        assertThat(rows()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(longs = 20261123)
    void every_hostile_file_is_refused_with_its_reason_and_leaves_nothing(long seed) {
        var before = rows();
        var words = List.of(new HouseWords(java.util.Locale.FRENCH), new HouseWords(java.util.Locale.of("sv")));
        for (var hostile : HostileFiles.of(seed)) {
            assertThatThrownBy(() -> stage(here, hostile.name(), hostile.content()))
                    .as(hostile.name())
                    .isInstanceOfSatisfying(BrokenReferral.class, broken -> {
                        assertThat(broken.fault()).as(hostile.name()).isEqualTo(hostile.fault());
                        words.forEach(language -> assertThat(language.text(broken.key(), broken.arguments()))
                                .startsWith(hostile.name()));
                    });
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_the_register_cannot_hold_and_names_that_are_none_are_refused_where_the_file_is() {
        var before = rows();
        var ancient = HostileFiles.bundle("Nuage", "1851-01-01", 1);
        var long_ = HostileFiles.bundle("N".repeat(120), "1980-01-01", 1);
        var good = HostileFiles.bundle("Nuage", "1980-01-01", 1);

        assertThatThrownBy(() -> stage(here, "ancient.json", ancient)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> stage(here, "long.json", long_)).isInstanceOf(InvalidInput.class);
        for (var name : List.of("", "a\u0000.json", "a\u202ejson", "n".repeat(201))) {
            assertThatThrownBy(() -> stage(here, name, good)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> coordinate(here, scope -> staged.stage(scope, elsewhere.centre(), "good.json", good)))
                .isInstanceOf(NotFound.class);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void of_two_at_once_one_puts_in_one_registers_and_one_takes_over() {
        var content = HostileFiles.bundle("Deux", "1979-05-06", 4);
        var before = rows();

        var receipts = both(() -> stage(here, "two.json", content));

        assertThat(receipts).hasSize(2).extracting(StagedReceipt::already).containsExactlyInAnyOrder(true, false);
        var file = receipts.getFirst().file();
        assertThat(receipts.getLast().file().id()).isEqualTo(file.id());

        var registered = both(() -> coordinate(here, scope -> staged.register(scope, file.id(), here.ward())));

        assertThat(registered).hasSize(1);
        var person = registered.getFirst();
        var accepted = both(() -> here.as(Role.PHYSICIAN, () -> accept(person, file)));
        assertThat(accepted).hasSize(1);
        assertThat(grown(before))
                .containsEntry("person_person", 1)
                .containsEntry("episode_episode", 1)
                .containsEntry("history_problem", 4)
                .containsEntry("exchange_referral", 1);
    }

    @Test
    void a_file_of_somebody_who_has_a_record_is_attached_and_never_to_somebody_else() {
        var number = "N-" + java.util.UUID.randomUUID();
        var first = stage(here, "first.json", HostileFiles.bundle(number, "Castelane", "1984-03-14", 2))
                .file();
        var person = coordinate(here, scope -> staged.register(scope, first.id(), here.ward()));
        here.as(Role.NURSE, () -> accept(person, first));

        var second = stage(here, "second.json", HostileFiles.bundle(number, "Castelane", "1984-03-14", 3))
                .file();
        var foreign = stage(here, "foreign.json", HostileFiles.bundle(number, "Autre", "1990-01-01", 1))
                .file();
        var known = coordinate(here, scope -> staged.matches(scope, second.id()));
        var contradicted = coordinate(here, scope -> staged.matches(scope, foreign.id()));

        assertThat(known.mayRegister()).isFalse();
        assertThat(known.candidates()).singleElement().satisfies(match -> {
            assertThat(match.name().person()).isEqualTo(person);
            assertThat(match.contradicted()).isFalse();
        });
        assertThat(contradicted.candidates())
                .singleElement()
                .satisfies(match -> assertThat(match.contradicted()).isTrue());
        var before = rows();
        assertThatThrownBy(() -> coordinate(here, scope -> staged.register(scope, foreign.id(), here.ward())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("exchange.error.known");
        assertThatThrownBy(() -> attach(here, person, foreign))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("exchange.error.another-person");
        assertThat(rows()).isEqualTo(before);

        attach(here, person, second);

        assertThat(grown(before)).isEmpty();
        var result = here.as(Role.NURSE, () -> accept(person, second));
        assertThat(result.types())
                .filteredOn(type -> type.type().equals("Condition"))
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.imported()).isEqualTo(1);
                    assertThat(type.alreadyThere()).isEqualTo(2);
                });
    }

    @Test
    void a_file_is_not_attached_to_another_record_than_the_source_means() {
        var number = "N-" + java.util.UUID.randomUUID();
        var first = stage(here, "first.json", HostileFiles.bundle(number, "Twin", "1984-03-14", 1))
                .file();
        coordinate(here, scope -> staged.register(scope, first.id(), here.ward()));
        var other = stage(here, "other.json", HostileFiles.bundle("Twin", "1984-03-14", 1))
                .file();
        var namesake = coordinate(here, scope -> staged.register(scope, other.id(), here.ward()));
        var second = stage(here, "second.json", HostileFiles.bundle(number, "Twin", "1984-03-14", 2))
                .file();

        assertThatThrownBy(() -> attach(here, namesake, second))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("exchange.error.known-otherwise");
    }

    @Test
    void another_centre_learns_that_there_is_a_record_and_of_somebody_protected_nothing() {
        var number = "N-" + java.util.UUID.randomUUID();
        var content = HostileFiles.bundle(number, "Ailleurs", "1971-07-08", 2);
        var first = stage(here, "first.json", content).file();
        var person = coordinate(here, scope -> staged.register(scope, first.id(), here.ward()));

        assertThatThrownBy(() -> coordinate(elsewhere, scope -> staged.open(scope, first.id())))
                .isInstanceOf(NotFound.class);
        var there = stage(elsewhere, "there.json", content).file();
        var matches = coordinate(elsewhere, scope -> staged.matches(scope, there.id()));
        assertThat(matches.elsewhere()).isTrue();
        assertThat(matches.candidates()).isEmpty();
        assertThatThrownBy(() -> coordinate(elsewhere, scope -> staged.register(scope, there.id(), elsewhere.ward())))
                .isInstanceOf(Conflict.class);

        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.PHYSICIAN).id()),
                    "Threatened");
            return true;
        });
        // Whoever protects is named: a colleague is not
        var colleague = house.another(here, Role.COORDINATOR);
        assertThatThrownBy(() -> colleague.act(() -> staged.open(administrative(), first.id())))
                .isInstanceOf(NotFound.class);
        assertThat(colleague.act(() -> staged.list(administrative())).rows()).isEmpty();
        var nothing = coordinate(elsewhere, scope -> staged.matches(scope, there.id()));
        assertThat(nothing.elsewhere()).isFalse();
        assertThat(nothing.hint()).isNull();
        assertThat(nothing.mayRegister()).isTrue();
        // Neither does the same content betray that it lies here, nor does the number
        var again = colleague.act(() -> staged.stage(administrative(), here.centre(), "again.json", content));
        assertThat(again.already()).isFalse();
        var other = colleague.act(
                () -> staged.register(administrative(), again.file().id(), here.ward()));
        assertThat(other).isNotEqualTo(person);
    }

    @Test
    void a_clinical_part_stands_in_the_day_of_whoever_may_take_it_over_until_somebody_does() {
        var file = stage(here, "day.json", HostileFiles.bundle("Jour", "1966-06-06", 2))
                .file();
        assertThat(day(here.member(Role.PHYSICIAN))).isEmpty();
        var person = coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        for (var role : List.of(Role.PHYSICIAN, Role.NURSE)) {
            assertThat(day(here.member(role))).singleElement().satisfies(item -> {
                assertThat(item.person()).isEqualTo(person);
                assertThat(item.path()).isEqualTo(ExchangeRoutes.staged(file.id()));
                assertThat(item.title().arguments()).containsExactly(file.source());
                assertThat(item.at()).isCloseTo(file.expiresAt(), within(1, ChronoUnit.MILLIS));
            });
        }
        for (var role : List.of(Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.COORDINATOR, Role.DISPENSING_NURSE)) {
            assertThat(day(here.member(role))).as("%s", role).isEmpty();
        }
        assertThat(day(elsewhere.member(Role.PHYSICIAN))).isEmpty();
        here.as(Role.PHYSICIAN, () -> accept(person, file));
        assertThat(day(here.member(Role.PHYSICIAN))).isEmpty();
    }

    @Test
    void a_clinical_part_is_not_in_the_day_of_another_unit() {
        var file = stage(here, "unit.json", HostileFiles.bundle("Unite", "1966-06-06", 2))
                .file();
        coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        assertThat(day(onTeamOnly())).isEmpty();
    }

    @Test
    void a_clinical_part_of_somebody_protected_is_in_the_day_of_whoever_is_named() {
        var file = stage(here, "protected.json", HostileFiles.bundle("Protege", "1966-06-06", 2))
                .file();
        var person = coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    Set.of(here.member(Role.PHYSICIAN).id()),
                    "Threatened");
            return true;
        });
        assertThat(day(here.member(Role.NURSE))).isEmpty();
        assertThat(day(here.member(Role.PHYSICIAN))).hasSize(1);
    }

    @Test
    void the_content_of_a_file_decided_meanwhile_is_a_conflict_and_no_failure() {
        var file = stage(here, "gone.json", HostileFiles.bundle("Parti", "1966-06-06", 2))
                .file();
        assertThat(store.content(file.id())).isNotEmpty();
        coordinate(here, scope -> {
            staged.discard(scope, file.id());
            return true;
        });
        assertThatThrownBy(() -> store.content(file.id()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("exchange.error.decided");
    }

    @Test
    void what_is_removed_undecided_leaves_the_day() {
        var file = stage(here, "late.json", HostileFiles.bundle("Tard", "1966-06-06", 2))
                .file();
        coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        assertThat(day(here.member(Role.NURSE))).hasSize(1);
        clock.move(Duration.ofDays(15));
        try {
            assertThat(day(here.member(Role.NURSE))).isEmpty();
        } finally {
            clock.move(Duration.ofDays(-15));
        }
    }

    private List<TodayItem> day(House.Member member) {
        return member.act(() -> today.items(
                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    /** A physician of the outpatient team alone. */
    private House.Member onTeamOnly() {
        var member = house.another(here, Role.PHYSICIAN);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(member.id(), here.centre(), here.team());
            staff.unassign(member.id(), here.centre(), null);
            return true;
        });
        return member;
    }

    @Test
    void what_is_refused_or_put_aside_is_removed_and_may_come_again() {
        var content = HostileFiles.bundle("Refus", "1966-06-06", 2);
        var aside = stage(here, "aside.json", content).file();
        var before = rows();
        coordinate(here, scope -> {
            staged.discard(scope, aside.id());
            return true;
        });
        assertThat(grown(before)).containsOnlyKeys("exchange_staged_part");
        assertThatThrownBy(() -> coordinate(here, scope -> staged.register(scope, aside.id(), here.ward())))
                .isInstanceOf(Conflict.class);

        var file = stage(here, "again.json", content).file();
        var person = coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        here.as(Role.NURSE, () -> {
            assertThatThrownBy(() -> staged.decline(medical(person, Right.WRITE), file.id(), " "))
                    .isInstanceOf(InvalidInput.class);
            staged.decline(medical(person, Right.WRITE), file.id(), "Sent by mistake");
            return true;
        });
        var row = coordinate(here, scope -> staged.list(scope)).rows();
        assertThat(row).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(StagedState.DECLINED);
            assertThat(one.reason()).isEqualTo("Sent by mistake");
            assertThat(one.subject()).isNull();
        });
        assertThatThrownBy(() -> here.as(Role.NURSE, () -> accept(person, file)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_nobody_decides_in_time_is_removed() {
        var file = stage(here, "late.json", HostileFiles.bundle("Tard", "1955-05-05", 1))
                .file();
        try {
            clock.move(Duration.ofDays(14));

            assertThatThrownBy(() -> coordinate(here, scope -> staged.open(scope, file.id())))
                    .isInstanceOf(NotFound.class);
            assertThat(coordinate(here, scope -> staged.list(scope)).rows()).isEmpty();
            assertThat(sweep.remove()).isPositive();
            assertThat(sweep.remove()).isZero();
            assertThat(parts(file)).isZero();
            assertThat(jdbc.sql("SELECT registration FROM exchange_staged_file WHERE id = ?")
                            .param(file.id().value())
                            .query(String.class)
                            .optional())
                    .isEmpty();
            clock.move(Duration.ofDays(14));
            sweep.remove();
            assertThat(jdbc.sql("SELECT COUNT(*) FROM exchange_staged_file WHERE id = ?")
                            .param(file.id().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            clock.move(Duration.ofDays(-28));
        }
    }

    @Test
    void a_list_costs_the_same_however_long_it_is() {
        stage(here, "one.json", HostileFiles.bundle("Un", "1981-01-01", 1));
        var one = cost();
        for (int i = 0; i < 8; i++) {
            var file = stage(here, i + ".json", HostileFiles.bundle("Nom" + i, "1982-02-0" + (i + 1), 1))
                    .file();
            coordinate(here, scope -> staged.register(scope, file.id(), here.ward()));
        }
        assertThat(cost()).isEqualTo(one + 1).isLessThanOrEqualTo(5);
    }

    private int cost() {
        return coordinate(here, scope -> {
            statements.clear();
            staged.list(scope);
            return statements.ofAccount("_application").size();
        });
    }

    private StagedReceipt stage(Place place, String name, byte[] content) {
        return coordinate(place, scope -> staged.stage(scope, place.centre(), name, content));
    }

    private void attach(Place place, PersonId person, StagedFile file) {
        coordinate(place, scope -> {
            staged.attach(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.IMPORT),
                    scope,
                    file.id(),
                    place.ward());
            return true;
        });
    }

    private ReferralResult accept(PersonId person, StagedFile file) {
        return staged.accept(
                medical(person, Right.WRITE),
                access.grant(person, Section.RISK, Right.WRITE, Purpose.IMPORT),
                file.id());
    }

    private Grant medical(PersonId person, Right right) {
        return access.grant(person, Section.MEDICAL, right, Purpose.IMPORT);
    }

    private Scope administrative() {
        return access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null);
    }

    private <T> T coordinate(Place place, java.util.function.Function<Scope, T> act) {
        return place.as(Role.COORDINATOR, () -> act.apply(access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null)));
    }

    /** What came of doing the same twice at the same moment; who was too late is told so. */
    private static <T> List<T> both(Callable<T> act) {
        var start = new CyclicBarrier(2);
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var futures = List.of(0, 1).stream()
                    .map(_ -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            for (var future : futures) {
                try {
                    results.add(future.get());
                } catch (java.util.concurrent.ExecutionException late) {
                    assertThat(late.getCause()).isInstanceOf(Conflict.class);
                }
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return results;
    }

    private static byte[] content(byte[] json) {
        var packed = new java.io.ByteArrayOutputStream();
        try (var stream = new java.util.zip.GZIPOutputStream(packed)) {
            stream.write(json);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private int parts(StagedFile file) {
        return jdbc.sql("SELECT COUNT(*) FROM exchange_staged_part WHERE file_id = ?")
                .param(file.id().value())
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> grown(Map<String, Integer> before) {
        var grown = new TreeMap<String, Integer>();
        rows().forEach((table, count) -> {
            var more = count - before.getOrDefault(table, 0);
            if (more != 0) {
                grown.put(table, more);
            }
        });
        return grown;
    }

    /** Counting rows reads nobody's data, and is logged like everything else that looks at a person's table. */
    private Map<String, Integer> rows() {
        access.taskScope("count", here.centre(), Purpose.ADMINISTRATION);
        var rows = new TreeMap<String, Integer>();
        TABLES.forEach(table -> rows.put(
                table,
                jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single()));
        return rows;
    }
}
