package org.relais.demand;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.aftercare.FollowUpAnswer;
import org.relais.aftercare.Followers;
import org.relais.audit.Signatures;
import org.relais.centre.Centres;
import org.relais.demand.CaseRule.Outcome;
import org.relais.episode.EndReason;
import org.relais.episode.EpisodeService;
import org.relais.episode.StartOutpatient;
import org.relais.history.SaveSubstances;
import org.relais.history.SubstanceAnswers;
import org.relais.history.SubstanceLists;
import org.relais.history.SubstanceProfiles;
import org.relais.person.Identity;
import org.relais.person.PersonMerges;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.HistoryItemId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.situation.SituationLists;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a file may be made of, on a real database: two records that became one and are two again, what a person locked,
 * who is protected, what another centre knows; and what it costs to ask.
 */
@RelaisTest
@Import(Followers.class)
class DemandRightsTests {

    @Autowired
    House house;

    @Autowired
    Followers followers;

    @Autowired
    Intake intake;

    @Autowired
    DemandReport report;

    @Autowired
    DemandFacts facts;

    @Autowired
    DemandToday today;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    DemandTable table;

    @Autowired
    RuleInForce<DemandRule> rule;

    @Autowired
    SubstanceLists substances;

    @Autowired
    SituationLists states;

    @Autowired
    Signatures signatures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SubstanceProfiles profiles;

    @Autowired
    EpisodeService episodes;

    @Autowired
    PersonService people;

    @Autowired
    PersonMerges merges;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    GivenAccesses accesses;

    @Autowired
    StaffSetup staff;

    @Autowired
    Centres centres;

    @Autowired
    AccessService access;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    Place elsewhere;
    int year;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        year = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).getYear();
    }

    @Test
    void two_records_that_became_one_are_one_client_of_all_centres_and_two_again_once_parted() {
        var one = outpatient(here, "Nadia", Duration.ofHours(3));
        var other = outpatient(elsewhere, "Nadège", Duration.ofHours(1));
        substance(here, one, "HEROIN");
        substance(elsewhere, other, "CRACK");
        say(here, one, DemandItem.REFERRAL, "GP");
        say(elsewhere, other, DemandItem.REFERRAL, "COURT");
        assertThat(network().clients()).extracting(DemandCase::person).containsExactlyInAnyOrder(one, other);

        house.follow(here, other);
        house.follow(elsewhere, one);
        act(here, Role.COORDINATOR, () -> merges.merge(administrative(one), administrative(other), "Same person"));
        var merged = network();
        assertThat(merged.clients()).singleElement().satisfies(client -> {
            assertThat(client.person()).isEqualTo(one);
            assertThat(client.code(DemandItem.DRUG)).isEqualTo("HEROIN");
            assertThat(client.code(DemandItem.REFERRAL)).isEqualTo("GP");
        });
        assertThat(merged.continuing()).isOne();
        // The files of both centres have the same pseudonym, and each what its centre knows
        assertThat(file(elsewhere))
                .contains(pseudonyms.of(year, one), "CRACK", "COURT")
                .doesNotContain(pseudonyms.of(year, other), "HEROIN");
        assertThat(file(here)).contains(pseudonyms.of(year, one), "HEROIN").doesNotContain("CRACK");

        act(here, Role.COORDINATOR, () -> merges.part(administrative(one), other, "Two people after all"));
        assertThat(network().clients()).extracting(DemandCase::person).containsExactlyInAnyOrder(one, other);
        assertThat(file(elsewhere)).contains(pseudonyms.of(year, other)).doesNotContain(pseudonyms.of(year, one));
    }

    @Test
    void what_a_person_locked_is_not_known_and_nothing_anybody_forgot_to_ask() {
        var person = outpatient(here, "Nadia", Duration.ofHours(1));
        substance(here, person, "HEROIN");
        say(here, person, DemandItem.LIVING_WITH, "PARTNER");
        say(here, person, DemandItem.REFERRAL, "GP");
        var before = client(here);
        assertThat(before.code(DemandItem.DRUG)).isEqualTo("HEROIN");
        assertThat(before.code(DemandItem.LIVING_WITH)).isEqualTo("PARTNER");
        assertThat(before.missing()).contains(DemandItem.ROUTE, DemandItem.CHILDREN, DemandItem.HIV);

        here.as(Role.NURSE, () -> locks.lockSection(administrative(person), Section.MEDICAL));
        here.as(Role.NURSE, () -> locks.lockSection(administrative(person), Section.SOCIAL));
        statements.clear();
        var locked = client(here);
        assertThat(statements.all())
                .filteredOn(one -> one.sql().contains("history_substance_profile")
                        || one.sql().contains("situation_state"))
                .hasSize(2)
                .noneMatch(one -> one.parameters().contains(person.toString()));
        assertThat(locked.codes().values()).doesNotContain("HEROIN", "PARTNER").contains("GP");
        assertThat(locked.missing())
                .contains(DemandItem.PREVIOUS, DemandItem.HIV)
                .doesNotContain(DemandItem.DRUG, DemandItem.ROUTE, DemandItem.CHILDREN, DemandItem.LABOUR);
        assertThat(file(here)).doesNotContain("HEROIN", "PARTNER");
    }

    @Test
    void a_lock_on_one_of_two_records_that_became_one_closes_what_stands_in_the_other() {
        var one = outpatient(here, "Nadia", Duration.ofHours(3));
        var other = outpatient(elsewhere, "Nadège", Duration.ofHours(1));
        say(elsewhere, other, DemandItem.LIVING_WITH, "PARTNER");
        here.as(Role.NURSE, () -> locks.lockSection(administrative(one), Section.SOCIAL));
        assertThat(client(elsewhere).code(DemandItem.LIVING_WITH)).isEqualTo("PARTNER");
        house.follow(here, other);
        act(here, Role.COORDINATOR, () -> merges.merge(administrative(one), administrative(other), "Same person"));
        assertThat(client(elsewhere).codes().values()).doesNotContain("PARTNER");
        assertThat(client(elsewhere).missing()).doesNotContain(DemandItem.LIVING_WITH);
    }

    @Test
    void what_a_locked_unit_wrote_is_not_used_and_what_another_unit_wrote_is() {
        var person = outpatient(here, "Nadia", Duration.ofHours(1));
        substance(here, person, "HEROIN");
        say(here, person, DemandItem.LIVING_WITH, "PARTNER");
        say(here, person, DemandItem.CHILDREN, "YES");
        // As if the ward had written this one
        jdbc.sql("UPDATE demand_answer SET unit_id = ? WHERE person_id = ? AND item = 'CHILDREN'")
                .param(here.ward().value())
                .param(person.value())
                .update();
        here.as(Role.NURSE, () -> locks.lockUnit(administrative(person), here.team()));
        var client = client(here);
        assertThat(client.codes().values()).doesNotContain("HEROIN", "PARTNER");
        assertThat(client.code(DemandItem.CHILDREN)).isEqualTo("YES");
        assertThat(client.missing()).doesNotContain(DemandItem.DRUG, DemandItem.LIVING_WITH);
    }

    @Test
    void a_protected_person_is_in_no_count_of_whoever_is_not_named_for_them() {
        var shown = outpatient(here, "Nadia", Duration.ofHours(1));
        var hidden = outpatient(here, "Paul", Duration.ofHours(2));
        substance(here, hidden, "CRACK");
        assertThat(preview(here).clients()).isEqualTo(2);
        protect(hidden);

        var preview = preview(here);
        assertThat(preview.clients()).isOne();
        assertThat(preview.unfinished()).isOne();
        assertThat(preview.incomplete())
                .extracting(DemandPreview.Incomplete::person)
                .containsExactly(shown);
        assertThat(preview.missing().values()).allMatch(count -> count == 1);
        assertThat(preview.tables().stream()
                        .filter(table -> table.number() != 11 && table.number() != 25)
                        .flatMap(table -> table.lines().stream())
                        .flatMap(line -> line.cells().stream())
                        .mapToInt(cell -> Integer.parseInt(cell.text()))
                        .max())
                .hasValue(1);
        assertThat(file(here))
                .contains(pseudonyms.of(year, shown))
                .doesNotContain(pseudonyms.of(year, hidden), "CRACK");
    }

    @Test
    void alone_a_protected_person_makes_no_file_and_nothing_is_logged_as_exported() {
        var hidden = outpatient(here, "Paul", Duration.ofHours(2));
        protect(hidden);
        var exported = exported();
        for (var kind : DemandFile.Kind.values()) {
            assertThatThrownBy(() -> make(here, kind)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                assertThat(refusal.field()).isEqualTo("year");
                assertThat(refusal.key()).isEqualTo("demand.error.nothing");
            });
        }
        assertThat(files(here)).isZero();
        assertThat(exported()).isEqualTo(exported);
    }

    @Test
    void of_another_centre_nothing_shows_in_a_count_a_table_or_a_file() {
        var mine = outpatient(here, "Nadia", Duration.ofHours(1));
        var theirs = outpatient(elsewhere, "Paul", Duration.ofHours(2));
        substance(elsewhere, theirs, "CRACK");
        var alone = preview(here);
        assertThat(alone.clients()).isOne();
        assertThat(alone.incomplete())
                .extracting(DemandPreview.Incomplete::person)
                .containsExactly(mine);
        assertThat(file(here))
                .contains(pseudonyms.of(year, mine))
                .doesNotContain(pseudonyms.of(year, theirs), "CRACK", elsewhereCode());
        for (var question : List.of(new DemandQuestion(year, elsewhere.centre()), new DemandQuestion(year, null))) {
            here.as(Role.COORDINATOR, () -> {
                assertThatThrownBy(() -> report.preview(reports(), question, DemandProgress.NONE))
                        .isInstanceOf(NotFound.class);
                for (var kind : DemandFile.Kind.values()) {
                    assertThatThrownBy(() -> report.make(
                                    reports(), question, kind, (key, arguments) -> key, DemandProgress.NONE))
                            .isInstanceOf(NotFound.class);
                }
                assertThat(report.network(reports())).isFalse();
                return true;
            });
        }
        assertThat(files(here) + files(elsewhere)).isOne();
    }

    @Test
    void whoever_works_in_two_centres_has_each_of_them_and_not_all() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        outpatient(elsewhere, "Paul", Duration.ofHours(2));
        house.open();
        var both = here.member(Role.COORDINATOR);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(both.id(), elsewhere.centre(), null);
            return true;
        });
        here.as(Role.COORDINATOR, () -> {
            assertThat(report.centres(reports()))
                    .extracting(centre -> centre.id())
                    .containsExactlyInAnyOrder(here.centre(), elsewhere.centre());
            assertThat(report.preview(reports(), new DemandQuestion(year, elsewhere.centre()), DemandProgress.NONE)
                            .clients())
                    .isOne();
            assertThatThrownBy(() -> report.preview(reports(), new DemandQuestion(year, null), DemandProgress.NONE))
                    .isInstanceOf(NotFound.class);
            return true;
        });
    }

    @Test
    void whoever_only_reads_reports_gets_none() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        here.as(Role.AUDITOR, () -> {
            var question = new DemandQuestion(year, here.centre());
            assertThatThrownBy(() -> report.centres(reports())).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> report.network(reports())).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> report.preview(reports(), question, DemandProgress.NONE))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> report.make(
                            reports(), question, DemandFile.Kind.TABLES, (key, arguments) -> key, DemandProgress.NONE))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    void a_right_that_ends_while_a_file_is_made_leaves_none() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        var coordinator = here.member(Role.COORDINATOR).id();
        DemandProgress meanwhile = percent -> {
            if (percent == 70) {
                ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
                    staff.unassign(coordinator, here.centre());
                    return true;
                });
            }
        };
        here.as(Role.COORDINATOR, () -> {
            var reports = reports();
            // A file is made outside the request that asked for it
            RequestContextHolder.resetRequestAttributes();
            assertThatThrownBy(() -> report.make(
                            reports,
                            new DemandQuestion(year, here.centre()),
                            DemandFile.Kind.TABLES,
                            (key, arguments) -> key,
                            meanwhile))
                    .isInstanceOf(AccessDenied.class);
            return true;
        });
        assertThat(files(here)).isZero();
    }

    @Test
    void without_a_key_nobody_is_read_and_no_file_of_clients_is_made() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        var keyless = new DemandReport(
                facts,
                table,
                rule,
                substances,
                states,
                new Pseudonyms(null),
                signatures,
                centres,
                access,
                transaction,
                clock);
        here.as(Role.COORDINATOR, () -> {
            var reports = reports();
            statements.clear();
            assertThatThrownBy(() -> keyless.make(
                            reports,
                            new DemandQuestion(year, here.centre()),
                            DemandFile.Kind.CLIENTS,
                            (key, arguments) -> key,
                            DemandProgress.NONE))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("demand.error.key");
            assertThat(statements.all()).noneMatch(one -> one.sql().contains("episode_episode"));
            return true;
        });
        assertThat(files(here)).isZero();
    }

    @Test
    void of_few_clients_a_file_of_tables_shows_no_count() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        outpatient(here, "Paul", Duration.ofHours(1));
        var lines = make(here, DemandFile.Kind.TABLES)
                .lines()
                .filter(line -> line.startsWith("\"T") && !line.contains("AGE_MEAN"))
                .filter(line -> line.contains("\"TOTAL\";\"*\"") || line.matches(".*;\"\\d+\".*"))
                .toList();
        assertThat(lines).isNotEmpty().noneMatch(line -> line.matches(".*;\"[1-9]\\d*\".*"));
    }

    @Test
    void a_treatment_entered_in_error_is_none_and_makes_no_later_one_go_on() {
        var person = followers.admitted(here, "Nadia");
        followers.discharge(here, person, EndReason.ENTERED_IN_ERROR, FollowUpAnswer.NOT_ASKED);
        assertThat(preview(here).clients()).isZero();
        house.follow(here, person);
        here.as(Role.NURSE, () -> start(here, person, clock.instant()));
        var client = client(here);
        assertThat(client.person()).isEqualTo(person);
        assertThat(client.code(DemandItem.PREVIOUS)).isEqualTo("NK");
    }

    @Test
    void the_first_beginning_of_the_year_counts_and_only_what_was_begun_in_it() {
        var person = followers.admitted(here, "Nadia");
        var twoYearsAgo = clock.instant().minus(Duration.ofDays(800));
        backdate(person, twoYearsAgo, twoYearsAgo.plus(Duration.ofDays(20)));
        assertThat(preview(here).clients()).isZero();
        here.as(Role.NURSE, () -> start(here, person, clock.instant()));
        assertThat(client(here).code(DemandItem.PREVIOUS)).isEqualTo("PREV_SAME");
    }

    @Test
    void of_a_person_who_locked_a_section_the_day_asks_nothing_there() {
        var person = followers.admitted(here, "Nadia");
        var worker = here.member(Role.SOCIAL_WORKER).id();
        act(here, Role.SOCIAL_WORKER, () -> accesses.nameKeyWorker(administrative(person), here.centre(), worker));
        assertThat(missing()).isEqualTo("8");
        here.as(Role.NURSE, () -> locks.lockSection(administrative(person), Section.SOCIAL));
        assertThat(missing()).isEqualTo("2");
    }

    @Test
    void what_is_asked_of_the_database_does_not_grow_with_the_people() {
        outpatient(here, "Nadia", Duration.ofHours(1));
        var previewed = statements(() -> preview(here));
        var made = statements(() -> make(here, DemandFile.Kind.CLIENTS));
        var tables = statements(() -> make(here, DemandFile.Kind.TABLES));
        for (var name : List.of("Paul", "Anna", "Luc", "Rosa", "Omar")) {
            substance(here, outpatient(here, name, Duration.ofHours(2)), "HEROIN");
        }
        assertThat(statements(() -> preview(here))).isEqualTo(previewed).isLessThanOrEqualTo(16);
        assertThat(statements(() -> make(here, DemandFile.Kind.CLIENTS)))
                .isEqualTo(made)
                .isLessThanOrEqualTo(16);
        assertThat(statements(() -> make(here, DemandFile.Kind.TABLES)))
                .isEqualTo(tables)
                .isLessThanOrEqualTo(16);
    }

    private int statements(Runnable act) {
        act.run();
        statements.clear();
        act.run();
        return statements.ofAccount("_application").size();
    }

    private String missing() {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> today.items(
                                access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")))
                        .getFirst()
                        .title()
                        .arguments()
                        .getFirst());
    }

    /** Another coordinator does: whoever protects is named too. */
    private void protect(PersonId person) {
        house.another(here, Role.COORDINATOR).act(() -> {
            protections.protect(
                    administrative(person), Set.of(here.member(Role.NURSE).id()), "Threatened");
            return true;
        });
    }

    /** Somebody whom the place's outpatient team follows since so long. */
    private PersonId outpatient(Place place, String name, Duration since) {
        return place.as(Role.SOCIAL_WORKER, () -> {
            var person = people.register(
                    access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                    new RegisterPerson(place.centre(), place.team(), Identity.named(name, "Castellane", null)));
            return start(place, person, clock.instant().minus(since));
        });
    }

    private PersonId start(Place place, PersonId person, Instant at) {
        episodes.startOutpatient(administrative(person), new StartOutpatient(null, 0, place.team(), at));
        return person;
    }

    /** As if the treatments of the person had been then. */
    private void backdate(PersonId person, Instant opened, @Nullable Instant ended) {
        jdbc.sql(
                        "UPDATE episode_episode SET opened_at = ?, ended_at = ?, state = ?, end_reason = ? WHERE person_id = ?")
                .param(org.relais.shared.Utc.column(opened))
                .param(ended == null ? null : org.relais.shared.Utc.column(ended))
                .param(ended == null ? "OPEN" : "ENDED")
                .param(ended == null ? null : "COMPLETED")
                .param(person.value())
                .update();
    }

    private Outcome<DemandCase> network() {
        return here.as(
                Role.COORDINATOR,
                () -> facts.clients(
                        year,
                        List.of(centres.centre(here.centre()), centres.centre(elsewhere.centre())),
                        Set.of(),
                        DemandProgress.NONE));
    }

    private DemandCase client(Place place) {
        var found = place.as(
                Role.COORDINATOR,
                () -> facts.clients(year, List.of(centres.centre(place.centre())), Set.of(), DemandProgress.NONE));
        assertThat(found.clients()).hasSize(1);
        return found.clients().getFirst();
    }

    private DemandPreview preview(Place place) {
        return place.as(
                Role.COORDINATOR,
                () -> report.preview(reports(), new DemandQuestion(year, place.centre()), DemandProgress.NONE));
    }

    private String make(Place place, DemandFile.Kind kind) {
        var told = new ArrayList<Integer>();
        var made = place.as(
                Role.COORDINATOR,
                () -> report.make(
                        reports(), new DemandQuestion(year, place.centre()), kind, (key, arguments) -> key, told::add));
        assertThat(told).isSorted().endsWith(100);
        return new String(made.content(), StandardCharsets.UTF_8);
    }

    private String file(Place place) {
        return make(place, DemandFile.Kind.CLIENTS);
    }

    private String elsewhereCode() {
        return here.as(
                Role.COORDINATOR, () -> centres.centre(elsewhere.centre()).code());
    }

    private int files(Place place) {
        return jdbc.sql("SELECT COUNT(*) FROM demand_file WHERE centre_id = ?")
                .param(place.centre().value())
                .query(Integer.class)
                .single();
    }

    private int exported() {
        return jdbc.sql("SELECT COUNT(*) FROM demand_file").query(Integer.class).single();
    }

    private Scope reports() {
        return access.scope(Section.REPORT, Purpose.COORDINATION, null);
    }

    private Grant administrative(PersonId person) {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private static void act(Place place, Role role, Runnable act) {
        place.as(role, () -> {
            act.run();
            return true;
        });
    }

    private void say(Place place, PersonId person, DemandItem item, String code) {
        var section = item == DemandItem.REFERRAL ? Section.ADMINISTRATIVE : Section.SOCIAL;
        place.as(Role.SOCIAL_WORKER, () -> {
            var record = access.grant(person, Section.RECORD);
            return intake.save(
                    access.grant(person, section, Right.WRITE, Purpose.CARE),
                    record,
                    new SaveIntake(
                            intake.of(record).orElseThrow().episode(),
                            List.of(new SaveIntake.Said(item, 0, code, null))));
        });
    }

    private void substance(Place place, PersonId person, String code) {
        place.as(
                Role.NURSE,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(HistoryItemId.create(), place.centre(), 0, SubstanceAnswers.primary(code))));
    }
}
