package org.relais.staff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.support.ActingAs;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may be entered and changed, that nobody shuts the last door, and that each change says who did it to whom. */
@RelaisTest
class StaffSetupTests {

    @Autowired
    House house;

    @Autowired
    StaffSetup setup;

    @Autowired
    StaffFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    TransactionTemplate transaction;

    Place here;
    Place elsewhere;
    StaffId administrator;
    StaffId nurse;

    @BeforeEach
    void open() {
        var opened = house.open();
        here = opened.here();
        elsewhere = opened.elsewhere();
        administrator = here.member(Role.ADMINISTRATOR).id();
        nurse = here.member(Role.NURSE).id();
    }

    @Test
    void a_colleague_is_entered_once_however_often_the_button_is_clicked() {
        var command = newcomer(mark(), Role.NURSE);
        administer(() -> setup.enter(command));
        administer(() -> setup.enter(command));

        var file = file(command.id());
        assertThat(file.member().username()).isEqualTo(command.username());
        assertThat(file.member().units()).containsExactly(here.ward());
        assertThat(logged(command.id()))
                .containsExactly(
                        administrator + " CREATE staff-member:NURSE", administrator + " CHANGE staff-assignment");
    }

    @Test
    void a_user_name_that_somebody_has_is_refused_at_its_field_and_nothing_is_kept() {
        var taken = here.member(Role.NURSE).username();
        var command = newcomer(taken.toUpperCase(java.util.Locale.ROOT), Role.NURSE);
        refusedAt("username", "staff.error.username-taken", () -> setup.enter(command));
        assertThatThrownBy(() -> file(command.id())).isInstanceOf(NotFound.class);
        assertThat(logged(command.id())).isEmpty();
    }

    @Test
    void who_cares_for_people_needs_a_centre_and_a_unit_is_one_of_that_centre() {
        refusedAt(
                "centre",
                "shared.error.required",
                () -> setup.enter(new EnterColleague(
                        StaffId.create(), mark(), "Given", "Family", Role.PSYCHOLOGIST, null, null)));
        var auditor = new EnterColleague(StaffId.create(), mark(), "Given", "Family", Role.AUDITOR, null, null);
        administer(() -> setup.enter(auditor));
        assertThat(file(auditor.id()).member().centres()).isEmpty();
        refusedAt("unit", "staff.error.unit", () -> setup.assign(nurse, here.centre(), elsewhere.ward()));
        refusedAt(
                "role",
                "shared.error.required",
                () -> setup.enter(
                        new EnterColleague(StaffId.create(), mark(), "Given", "Family", null, here.centre(), null)));
    }

    @Test
    void one_assignment_ends_and_the_others_stay() {
        administer(() -> setup.assign(nurse, elsewhere.centre(), elsewhere.ward()));
        administer(() -> setup.assign(nurse, elsewhere.centre(), elsewhere.ward()));
        administer(() -> setup.assign(nurse, elsewhere.centre(), elsewhere.team()));
        assertThat(assignments(nurse)).isEqualTo(3);

        administer(() -> setup.unassign(nurse, elsewhere.centre(), elsewhere.ward()));

        var member = file(nurse).member();
        assertThat(member.units()).containsExactly(elsewhere.team());
        assertThat(member.wholeCentres()).containsExactly(here.centre());
        administer(() -> setup.unassign(nurse, here.centre(), null));
        assertThat(file(nurse).member().centres()).containsExactly(elsewhere.centre());
    }

    @Test
    void administrators_take_no_rights_from_themselves() {
        refused("staff.error.yourself", () -> setup.changeRole(administrator, Role.AUDITOR));
        refused("staff.error.yourself", () -> setup.setActive(administrator, false));
        administer(() -> setup.changeRole(administrator, Role.ADMINISTRATOR));
        assertThat(file(administrator).member().active()).isTrue();
        assertThat(logged(administrator)).noneMatch(row -> row.endsWith("staff-state:LEFT"));
    }

    @Test
    void the_last_active_administrator_stays_one() {
        transaction.executeWithoutResult(undone -> {
            jdbc.sql("UPDATE staff_member SET active = FALSE WHERE role = 'ADMINISTRATOR' AND id <> ?")
                    .param(administrator.value())
                    .update();
            assertThatThrownBy(() -> asSetup(() -> setup.changeRole(administrator, Role.NURSE)))
                    .isInstanceOf(Conflict.class)
                    .hasFieldOrPropertyWithValue("key", "staff.error.last-administrator");
            assertThatThrownBy(() -> asSetup(() -> setup.setActive(administrator, false)))
                    .isInstanceOf(Conflict.class)
                    .hasFieldOrPropertyWithValue("key", "staff.error.last-administrator");
            undone.setRollbackOnly();
        });
        administer(() -> setup.setActive(elsewhere.member(Role.ADMINISTRATOR).id(), false));
    }

    @Test
    void a_function_ends_at_the_earliest_yesterday_and_one_to_come_never_begins() {
        var today = LocalDate.now(java.time.Clock.system(ZoneId.of("Europe/Paris")));
        administer(() -> setup.giveFunction(nurse, here.centre(), StaffFunction.ON_CALL, today.minusDays(9), null));
        administer(() -> setup.giveFunction(nurse, here.centre(), StaffFunction.ON_CALL, today.minusDays(9), null));
        administer(() -> setup.giveFunction(
                nurse, here.centre(), StaffFunction.CHARGE_NURSE, today.plusDays(3), today.plusDays(9)));
        refusedAt(
                "until",
                "staff.error.until-before-from",
                () -> setup.giveFunction(nurse, here.centre(), StaffFunction.CHARGE_NURSE, today, today.minusDays(1)));
        assertThat(file(nurse).functions()).hasSize(2);
        var call = held(StaffFunction.ON_CALL);
        var charge = held(StaffFunction.CHARGE_NURSE);

        refusedAt("until", "staff.error.until-past", () -> setup.endFunction(nurse, call, today.minusDays(2)));
        refusedAt("until", "staff.error.until-later", () -> setup.endFunction(nurse, charge, today.plusDays(10)));
        refusedAt("until", "shared.error.required", () -> setup.endFunction(nurse, call, null));
        administer(() -> setup.endFunction(nurse, call, today.plusDays(1)));
        administer(() -> setup.endFunction(nurse, charge, today));

        assertThat(file(nurse).functions()).singleElement().satisfies(left -> {
            assertThat(left.function()).isEqualTo(StaffFunction.ON_CALL);
            assertThat(left.until()).isEqualTo(today.plusDays(1));
        });
    }

    @Test
    void every_change_says_who_did_it_to_whom_and_what() {
        var id = administer(() -> setup.enter(mark(), "Given", "Family", Role.NURSE));
        administer(() -> setup.changeNames(id, "Other", "Name"));
        administer(() -> setup.changeRole(id, Role.PHYSICIAN));
        administer(() -> setup.setActive(id, false));
        administer(() -> setup.setActive(id, true));
        administer(() -> setup.releaseIdentity(id));
        administer(() -> setup.enterHome(id, "12, rue des Lilas"));
        administer(() -> setup.giveFunction(
                id, here.centre(), StaffFunction.PRIVACY_OFFICER, LocalDate.parse("2026-01-01"), null));
        administer(() -> setup.unassign(id, here.centre()));

        assertThat(file(id).member().name()).isEqualTo("Other Name");
        assertThat(file(id).home()).isTrue();
        assertThat(logged(id))
                .containsExactly(
                        administrator + " CREATE staff-member:NURSE",
                        administrator + " CHANGE staff-names",
                        administrator + " CHANGE staff-role:PHYSICIAN",
                        administrator + " CHANGE staff-state:LEFT",
                        administrator + " CHANGE staff-state:ACTIVE",
                        administrator + " CHANGE staff-account",
                        administrator + " CHANGE staff-home",
                        administrator + " CHANGE staff-function:PRIVACY_OFFICER",
                        administrator + " CHANGE staff-assignment-end");
    }

    @Test
    void a_change_that_is_undone_leaves_no_row_and_one_of_a_stranger_is_none() {
        transaction.executeWithoutResult(undone -> {
            administer(() -> setup.changeRole(nurse, Role.PHYSICIAN));
            undone.setRollbackOnly();
        });
        assertThat(file(nurse).member().role()).isEqualTo(Role.NURSE);
        assertThat(logged(nurse)).noneMatch(row -> row.contains("staff-role"));
        assertThatThrownBy(() -> administer(() -> setup.changeRole(StaffId.create(), Role.NURSE)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_address_without_a_letter_is_refused_and_null_forgets_the_one_there_was() {
        administer(() -> setup.enterHome(nurse, "12, rue des Lilas"));
        refusedAt("address", "shared.error.required", () -> setup.enterHome(nurse, "..."));
        assertThat(file(nurse).home()).isTrue();
        administer(() -> setup.enterHome(nurse, null));
        assertThat(file(nurse).home()).isFalse();
        assertThat(file(nurse).homesKept()).isTrue();
    }

    private EnterColleague newcomer(String username, Role role) {
        return new EnterColleague(StaffId.create(), username, "Given", "Family", role, here.centre(), here.ward());
    }

    private HeldFunction held(StaffFunction function) {
        return file(nurse).functions().stream()
                .filter(one -> one.function() == function)
                .findFirst()
                .orElseThrow();
    }

    private StaffFile file(StaffId id) {
        return here.as(Role.ADMINISTRATOR, () -> files.file(id));
    }

    private int assignments(StaffId staff) {
        return jdbc.sql("SELECT COUNT(*) FROM staff_assignment WHERE staff_id = ?")
                .param(staff.value())
                .query(Integer.class)
                .single();
    }

    /** Actor, act and what, of the rows about this colleague by somebody, in order. */
    private List<String> logged(StaffId about) {
        return jdbc.sql("SELECT actor_id, action, resource_type FROM "
                        + environment.getRequiredProperty("relais.log.schema")
                        + ".access_event WHERE section = ? AND resource_id = ? AND actor_id IS NOT NULL ORDER BY id")
                .param(StaffSetup.LOGGED_AS)
                .param(about.value())
                .query((row, number) -> Utc.uuidOrNull(row, "actor_id") + " " + row.getString("action") + " "
                        + row.getString("resource_type"))
                .list();
    }

    private void refusedAt(String field, String key, Runnable act) {
        assertThatThrownBy(() -> administer(act)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.key()).isEqualTo(key);
        });
    }

    private void refused(String key, Runnable act) {
        assertThatThrownBy(() -> administer(act))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private void administer(Runnable act) {
        administer(() -> {
            act.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T administer(Callable<T> act) {
        return here.as(Role.ADMINISTRATOR, act);
    }

    private static void asSetup(Runnable act) {
        ActingAs.actingAs("setup", Role.ADMINISTRATOR, () -> {
            act.run();
            return null;
        });
    }

    private static String mark() {
        return "new." + UUID.randomUUID().toString().substring(0, 8);
    }
}
