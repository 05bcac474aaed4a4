package org.relais.oversight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.episode.People;
import org.relais.shared.Conflict;
import org.relais.shared.PersonId;
import org.relais.shared.RightsReviewId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who holds what, when they last used it, and that a signature stands for one state of it. */
@RelaisTest
@Import({People.class, MovableClock.class})
class RightsReviewTests {

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    RightsReview review;

    @Autowired
    AccessService access;

    @Autowired
    GivenAccesses given;

    @Autowired
    Protections protections;

    @Autowired
    StaffSetup staff;

    @Autowired
    MovableClock clock;

    Place here;
    StaffId nurse;
    PersonId person;

    @BeforeEach
    void open() {
        here = house.open().here();
        nurse = here.member(Role.NURSE).id();
        person = people.registeredAt(here);
    }

    @Test
    void it_tells_role_places_functions_and_what_was_given() {
        administer(() -> staff.giveFunction(
                nurse, here.centre(), StaffFunction.CHARGE_NURSE, LocalDate.parse("2020-01-01"), null));
        administer(() -> staff.giveFunction(
                nurse,
                here.centre(),
                StaffFunction.ON_CALL,
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2020-02-01")));
        coordinate(() -> given.give(
                administrative(), here.centre(), nurse, clock.instant().plus(Duration.ofDays(3)), "Second opinion"));
        coordinate(() -> protections.protect(administrative(), Set.of(nurse), "Threatened"));

        var held = of(state(), nurse);

        assertThat(held.holder().member().role()).isEqualTo(Role.NURSE);
        assertThat(held.holder().member().wholeCentres()).containsExactly(here.centre());
        assertThat(held.holder().functions()).singleElement().satisfies(function -> {
            assertThat(function.function()).isEqualTo(StaffFunction.CHARGE_NURSE);
            assertThat(function.until()).isNull();
        });
        assertThat(held.given().accesses()).isEqualTo(1);
        assertThat(held.given().until()).isAfter(clock.instant());
        assertThat(held.given().protectedPeople()).isEqualTo(1);
        clock.move(Duration.ofDays(4));
        assertThat(of(state(), nurse).given().accesses()).isZero();
        clock.move(Duration.ofDays(-4));
    }

    @Test
    void an_account_is_dormant_after_the_days_of_the_rule_and_a_closed_one_never() {
        assertThat(of(state(), nurse).lastUsed()).isNull();
        assertThat(of(state(), nurse).dormant()).isTrue();
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        var used = of(state(), nurse);
        assertThat(used.lastUsed()).isNotNull();
        assertThat(used.dormant()).isFalse();

        var days = Duration.ofDays(state().rule().dormantAfterDays());
        clock.move(days.plusMinutes(1));
        assertThat(of(state(), nurse).dormant()).isTrue();
        administer(() -> staff.setActive(nurse, false));
        assertThat(of(state(), nurse).dormant()).isFalse();
        clock.move(days.plusMinutes(1).negated());
    }

    @Test
    void what_changes_a_right_changes_the_state_and_a_use_does_not() {
        var before = state().hash();
        here.as(Role.NURSE, () -> access.grant(person, Section.MEDICAL));
        assertThat(state().hash()).isEqualTo(before);

        administer(() -> staff.changeRole(nurse, Role.DISPENSING_NURSE));
        var changed = state().hash();
        assertThat(changed).isNotEqualTo(before);
        administer(() -> staff.changeRole(nurse, Role.NURSE));
        assertThat(state().hash()).isEqualTo(before);
        administer(() -> staff.assign(nurse, here.centre(), here.ward()));
        assertThat(state().hash()).isNotEqualTo(before);
    }

    @Test
    void a_review_is_signed_once_for_the_state_that_was_shown() {
        var shown = state().hash();
        var id = RightsReviewId.create();
        audit(scope -> review.sign(scope, id, shown));
        audit(scope -> review.sign(scope, id, shown));
        assertThat(state().latest()).hasValueSatisfying(signed -> {
            assertThat(signed.id()).isEqualTo(id);
            assertThat(signed.hash()).isEqualTo(shown);
            assertThat(signed.by()).isEqualTo(here.member(Role.AUDITOR).id());
        });
        assertThat(state().signed())
                .filteredOn(signed -> signed.id().equals(id))
                .hasSize(1);

        administer(() -> staff.setActive(nurse, false));
        assertThatThrownBy(() -> audit(scope -> review.sign(scope, RightsReviewId.create(), shown)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("oversight.rights.error.changed");
        assertThat(state().latest())
                .hasValueSatisfying(signed -> assertThat(signed.hash()).isNotEqualTo(state().hash()));
    }

    private RightsState state() {
        return here.as(Role.AUDITOR, () -> review.state(scope()));
    }

    private Scope scope() {
        return access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null);
    }

    private static HeldRights of(RightsState state, StaffId id) {
        return state.held().stream()
                .filter(held -> held.holder().member().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Grant administrative() {
        return access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    private void audit(Consumer<Scope> act) {
        here.as(Role.AUDITOR, () -> {
            act.accept(scope());
            return true;
        });
    }

    private void coordinate(Runnable act) {
        here.as(Role.COORDINATOR, () -> {
            act.run();
            return true;
        });
    }

    private static void administer(Runnable act) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            act.run();
            return true;
        });
    }
}
