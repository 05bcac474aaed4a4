package org.relais.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.HistoryItemId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;
import org.relais.support.StatementLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people tell of the substances they use: kept as versions, read by whoever reads the medical section. */
@RelaisTest
class SubstanceProfilesServiceTests {

    @Autowired
    House house;

    @Autowired
    SubstanceProfiles profiles;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    SharingConsents consents;

    @Autowired
    StatementLog statements;

    @Autowired
    JdbcClient jdbc;

    House.Opened opened;
    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        opened = house.open();
        here = opened.here();
        person = registered();
    }

    @Test
    void every_answer_comes_back_as_it_was_told() {
        var told = new SubstanceAnswers(
                "HEROIN",
                "INJECT",
                "DAILY",
                AgeAnswer.of(19),
                List.of("ALCOHOL", "CRACK"),
                "YES",
                "CURRENT",
                AgeAnswer.NOT_KNOWN,
                "REFUSED",
                LocalDate.of(2025, 3, 1),
                LocalTime.of(22, 15),
                "un demi-gramme");
        var kept = save(0, told);
        assertThat(kept.version()).isOne();
        assertThat(current().answers()).isEqualTo(told);
        assertThat(current().recordedBy()).isEqualTo(here.member(Role.NURSE).id());
    }

    @Test
    void not_asked_and_not_known_are_two_things_in_the_table_too() {
        var asked = new SubstanceAnswers(
                "NK",
                "NK",
                "NK",
                AgeAnswer.NOT_KNOWN,
                List.of("NK"),
                "NK",
                "NK",
                AgeAnswer.NOT_KNOWN,
                "NK",
                null,
                null,
                null);
        save(0, asked);
        save(1, SubstanceAnswers.primary("NK"));
        var versions = history().versions();
        assertThat(versions.get(1).answers()).isEqualTo(asked);
        assertThat(versions.get(0).answers()).isEqualTo(SubstanceAnswers.primary("NK"));
        assertThat(versions.get(0).answers().firstUse()).isNull();
        assertThat(versions.get(0).answers().secondary()).isEmpty();
    }

    @Test
    void a_change_is_a_new_version_and_the_one_before_stays() {
        save(0, SubstanceAnswers.primary("ALCOHOL"));
        save(1, SubstanceAnswers.primary("HEROIN"));
        assertThat(history().versions())
                .extracting(one -> one.version() + " " + one.answers().primary())
                .containsExactly("2 HEROIN", "1 ALCOHOL");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM record_entry WHERE person_id = ? AND type = ?")
                        .param(person.value())
                        .param(SubstanceProfiles.ENTRY)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_second_of_two_who_opened_the_same_version_sees_the_first() {
        save(0, SubstanceAnswers.primary("ALCOHOL"));
        save(1, SubstanceAnswers.primary("HEROIN"));
        assertThatThrownBy(() -> save(1, SubstanceAnswers.primary("CRACK")))
                .isInstanceOfSatisfying(
                        StaleProfile.class,
                        stale -> assertThat(stale.stored().answers().primary()).isEqualTo("HEROIN"));
        assertThat(history().versions()).hasSize(2);
    }

    @Test
    void of_many_at_the_same_moment_one_is_kept() throws Exception {
        var barrier = new CyclicBarrier(4);
        Callable<String> one = () -> {
            barrier.await();
            try {
                save(0, SubstanceAnswers.primary("ALCOHOL"));
                return "kept";
            } catch (StaleProfile quicker) {
                return "stale";
            }
        };
        var said = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var future : pool.invokeAll(List.of(one, one, one, one))) {
                said.add(future.get());
            }
        }
        assertThat(said).containsExactlyInAnyOrder("kept", "stale", "stale", "stale");
        assertThat(history().versions()).hasSize(1);
    }

    @Test
    void a_second_click_keeps_nothing_twice() {
        var command = new SaveSubstances(HistoryItemId.create(), here.centre(), 0, SubstanceAnswers.primary("GHB"));
        here.as(Role.NURSE, () -> profiles.save(write(), command));
        here.as(Role.NURSE, () -> profiles.save(write(), command));
        assertThat(history().versions()).hasSize(1);
    }

    @Test
    void ages_are_held_against_the_persons_own() {
        var age = LocalDate.now(ZoneOffset.UTC).getYear() - 1984;
        assertThatThrownBy(() -> save(0, firstUse(age + 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("firstUse"));
        save(0, firstUse(15));
    }

    @Test
    void another_centre_leads_its_own_versions_and_reads_these_only_with_consent() {
        save(0, SubstanceAnswers.primary("ALCOHOL"));
        var elsewhere = opened.elsewhere();
        house.follow(elsewhere, person);
        var there = elsewhere.as(Role.NURSE, () -> profiles.of(access.grant(person, Section.MEDICAL)));
        assertThat(there.versions()).isEmpty();
        assertThat(there.withheld()).isTrue();
        here.as(
                Role.NURSE,
                () -> consents.give(
                        access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                        GiveConsent.everywhere(null, "fr")));
        assertThat(elsewhere
                        .as(Role.NURSE, () -> profiles.of(access.grant(person, Section.MEDICAL)))
                        .versions())
                .hasSize(1);
        elsewhere.as(
                Role.NURSE,
                () -> profiles.save(
                        access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE),
                        new SaveSubstances(
                                HistoryItemId.create(), elsewhere.centre(), 0, SubstanceAnswers.primary("HEROIN"))));
        assertThat(current().answers().primary()).isEqualTo("HEROIN");
        assertThat(history().versionAt(here.centre())).isOne();
    }

    @Test
    void a_centre_where_one_takes_no_part_is_refused_at_its_field() {
        assertThatThrownBy(() -> here.as(
                        Role.NURSE,
                        () -> profiles.save(
                                write(),
                                new SaveSubstances(
                                        HistoryItemId.create(),
                                        opened.elsewhere().centre(),
                                        0,
                                        SubstanceAnswers.primary("HEROIN")))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("centre"));
    }

    @Test
    void a_summary_sees_nothing_of_it_and_a_list_is_refused() {
        save(0, SubstanceAnswers.primary("ALCOHOL"));
        here.as(Role.SOCIAL_WORKER, () -> {
            assertThat(profiles.of(access.grant(person, Section.MEDICAL)).versions())
                    .isEmpty();
            var scope = access.scope(Section.MEDICAL, Purpose.CARE, null);
            assertThatThrownBy(() -> profiles.of(scope, Set.of(person))).isInstanceOf(AccessDenied.class);
            return true;
        });
    }

    @Test
    void a_list_reads_forty_profiles_with_the_statements_of_two() {
        var all = Stream.generate(this::registered).limit(40).toList();
        for (var one : all) {
            person = one;
            save(0, SubstanceAnswers.primary("ALCOHOL"));
            save(1, SubstanceAnswers.primary("HEROIN"));
        }
        assertThat(statementsFor(all.subList(0, 2), 2)).isEqualTo(statementsFor(all, 40));
    }

    private int statementsFor(List<PersonId> asked, int expected) {
        return here.as(Role.PHYSICIAN, () -> {
            var scope = access.scope(Section.MEDICAL, Purpose.CARE, null);
            access.show(scope, asked);
            statements.clear();
            var found = profiles.of(scope, asked);
            assertThat(found).hasSize(expected);
            assertThat(found.values())
                    .allMatch(one -> "HEROIN".equals(one.answers().primary()));
            return (int) statements.all().stream()
                    .filter(one -> one.sql().toUpperCase(java.util.Locale.ROOT).startsWith("SELECT"))
                    .count();
        });
    }

    private static SubstanceAnswers firstUse(int years) {
        return new SubstanceAnswers(
                "ALCOHOL", null, null, AgeAnswer.of(years), List.of(), null, null, null, null, null, null, null);
    }

    private SubstanceProfile save(int expected, SubstanceAnswers told) {
        return here.as(
                Role.NURSE,
                () -> profiles.save(
                        write(), new SaveSubstances(HistoryItemId.create(), here.centre(), expected, told)));
    }

    private SubstanceHistory history() {
        return here.as(Role.NURSE, () -> profiles.of(access.grant(person, Section.MEDICAL)));
    }

    private SubstanceProfile current() {
        return history().current().orElseThrow();
    }

    private Grant write() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private PersonId registered() {
        return here.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                here.centre(),
                                here.ward(),
                                Identity.named("Rémi", "Castellane", LocalDate.of(1984, 3, 14)))));
    }
}
