package org.relais.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.Locks;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Attack: names and reasons of visits read in the calendar by who may not (LibreHealth 1109). */
@RelaisTest
@Import(Bookers.class)
class AgendaCutTests {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Autowired
    House house;

    @Autowired
    Bookers bookers;

    @Autowired
    Appointments appointments;

    @Autowired
    Locks locks;

    @Autowired
    Protections protections;

    @Autowired
    AccessService access;

    @Autowired
    StaffSetup staff;

    Place here;
    Place elsewhere;
    PersonId person;
    LocalDate day;

    @BeforeEach
    void openHouse() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        person = bookers.register(here, "Rémi");
        day = bookers.monday();
    }

    @Test
    void a_colleagues_day_shows_other_centres_only_that_it_is_taken() {
        var both = here.member(Role.PSYCHOLOGIST).id();
        assign(both, elsewhere);
        bookers.book(
                here,
                person,
                bookers.command(here, "Court hearing", day, TEN)
                        .in(bookers.room(here, "Bureau 4"))
                        .with(List.of(both, here.member(Role.SOCIAL_WORKER).id())));
        for (var role : List.of(Role.PSYCHOLOGIST, Role.PHYSICIAN, Role.SOCIAL_WORKER, Role.COORDINATOR)) {
            if (role != Role.PSYCHOLOGIST) {
                assertThat(elsewhere.as(role, () -> appointments.day(bookers.scope(), both, day)))
                        .singleElement()
                        .satisfies(block -> {
                            assertThat(block.row()).as("to " + role).isNull();
                            assertThat(block.room()).isNull();
                            assertThat(block.staff())
                                    .as("nor who else is there")
                                    .containsExactly(both);
                            assertThat(block.startsAt().atZone(Bookers.ZONE).toLocalTime())
                                    .isEqualTo(TEN);
                            assertThat(block.toString()).doesNotContain("Court", person.toString());
                        });
                assertThat(elsewhere
                                .as(role, () -> appointments.agenda(bookers.scope(), week(elsewhere)))
                                .blocks())
                        .allSatisfy(block -> assertThat(block.row()).isNull())
                        .hasSize(1);
            }
        }
        assertThat(here.as(Role.PSYCHOLOGIST, () -> appointments.day(bookers.scope(), both, day)))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNotNull());
    }

    @Test
    void the_agenda_of_a_centre_one_does_not_work_in_is_not_there() {
        assertThatThrownBy(
                        () -> elsewhere.as(Role.PSYCHOLOGIST, () -> appointments.agenda(bookers.scope(), week(here))))
                .isInstanceOf(NotFound.class);
        assertThat(elsewhere.as(
                        Role.PSYCHOLOGIST,
                        () -> appointments.day(
                                bookers.scope(), here.member(Role.SOCIAL_WORKER).id(), day)))
                .isEmpty();
    }

    @Test
    void a_colleague_of_another_unit_sees_that_it_is_taken_until_they_take_part() {
        var team = house.another(here, Role.NURSE);
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.unassign(team.id(), here.centre());
            staff.assign(team.id(), here.centre(), here.team());
            return team;
        });
        bookers.book(here, person, bookers.command(here, "Court hearing", day, TEN));
        assertThat(team.act(
                        () -> appointments.agenda(bookers.scope(), week(here)).blocks()))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNull());
        bookers.book(
                here,
                person,
                bookers.command(here, "With the nurse", day, LocalTime.of(14, 0))
                        .with(List.of(here.member(Role.SOCIAL_WORKER).id(), team.id())));
        assertThat(team.act(() -> appointments.day(bookers.scope(), team.id(), day)))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNotNull());
    }

    @Test
    void what_the_person_locked_shows_to_those_who_take_part_and_as_taken_to_others() {
        bookers.book(here, person, bookers.command(here, "Court hearing", day, TEN));
        here.as(Role.SOCIAL_WORKER, () -> {
            locks.lockSection(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), Section.PLAN);
            return person;
        });
        assertThat(here.as(
                        Role.PHYSICIAN,
                        () -> appointments.agenda(bookers.scope(), week(here)).blocks()))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNull());
        assertThat(here.as(
                        Role.SOCIAL_WORKER,
                        () -> appointments.agenda(bookers.scope(), week(here)).blocks()))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNotNull());
        assertThat(here.as(
                        Role.PHYSICIAN,
                        () -> appointments.of(bookers.read(person)).upcoming()))
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.row()).as("that there is one shows").isNull());
    }

    @Test
    void a_protected_person_is_nobody_to_who_is_not_named() {
        bookers.book(here, person, bookers.command(here, "Court hearing", day, TEN));
        protect(Set.of(
                here.member(Role.SOCIAL_WORKER).id(),
                here.member(Role.COORDINATOR).id()));
        assertThat(here.as(
                        Role.PHYSICIAN,
                        () -> appointments.agenda(bookers.scope(), week(here)).blocks()))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNull());
        assertThat(here.as(
                        Role.SOCIAL_WORKER,
                        () -> appointments.agenda(bookers.scope(), week(here)).blocks()))
                .singleElement()
                .satisfies(block -> assertThat(block.row()).isNotNull());
    }

    private void protect(Set<StaffId> named) {
        here.as(Role.COORDINATOR, () -> {
            protections.protect(
                    access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE),
                    named,
                    "Known to the whole town, asked for it");
            return person;
        });
    }

    private void assign(StaffId who, Place place) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.assign(who, place.centre(), null);
            return who;
        });
    }

    private AgendaQuestion week(Place place) {
        return new AgendaQuestion(place.centre(), day, 7, null, null);
    }
}
