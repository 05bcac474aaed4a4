package org.relais.centre;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaleVersion;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.support.ActingAs;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Use case: an administrator opens centres, units and beds. */
@RelaisTest
class CentreSetupTests {

    @Autowired
    CentreSetup setup;

    @Autowired
    Centres centres;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_code_is_given_once_whatever_its_case() {
        var code = code();
        open(code, "FR", null);
        refusedAt("code", "centre.error.code-taken", () -> open(code.toLowerCase(java.util.Locale.ROOT), "FR", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "é", "-A", "../A", "A;B", "A\"", "$A", "A.B"})
    void a_code_is_what_a_command_line_and_a_file_name_can_hold(String code) {
        refusedAt("code", "centre.error.code", () -> open(code, "FR", null));
    }

    @Test
    void what_is_missing_too_long_or_unknown_is_refused_at_its_field() {
        refusedAt("code", "shared.error.required", () -> open(" ", "FR", null));
        refusedAt("code", "shared.error.too-long", () -> open("A".repeat(21), "FR", null));
        refusedAt("countryProfile", "shared.error.required", () -> open(code(), "XX", null));
        refusedAt("telephone", "shared.error.too-long", () -> open(code(), "FR", "1".repeat(41)));
    }

    @Test
    void names_of_units_rooms_and_beds_are_given_once() {
        var centre = open(code(), "SE", " 04 10 ");
        var ward = act(() -> setup.openUnit(centre, "Ward", UnitKind.WARD));
        assertThat(centre(centre).telephone()).isEqualTo("04 10");
        refusedAt("name", "centre.error.unit-taken", () -> setup.openUnit(centre, "ward", UnitKind.RESIDENCE));
        act(() -> setup.openRoom(ward, "301", List.of("A", "B")));
        refusedAt("name", "centre.error.room-taken", () -> setup.openRoom(ward, "301", List.of("C")));
        refusedAt("beds", "centre.error.bed-twice", () -> setup.openRoom(ward, "302", List.of("A", "a")));
        refusedAt("beds", "shared.error.required", () -> setup.openRoom(ward, "302", List.of()));
        assertThat(unit(ward).beds()).extracting(Bed::label).containsExactly("301A", "301B");
    }

    @Test
    void where_nobody_stays_overnight_there_are_no_beds() {
        var centre = open(code(), "FR", null);
        var team = act(() -> setup.openUnit(centre, "Team", UnitKind.OUTPATIENT_TEAM));
        assertThatThrownBy(() -> act(() -> setup.openRoom(team, "1", List.of("A"))))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo("centre.error.no-beds-here"));
    }

    @Test
    void a_centre_and_a_unit_are_renamed_and_no_later_change_is_overwritten() {
        var id = open(code(), "FR", null);
        var ward = act(() -> setup.openUnit(id, "Ward", UnitKind.WARD));
        act(() -> setup.openUnit(id, "Team", UnitKind.OUTPATIENT_TEAM));
        var seen = centre(id);
        change(seen, "Les Ormes", "4410");
        assertThat(centre(id).name()).isEqualTo("Les Ormes");
        assertThat(centre(id).telephone()).isEqualTo("4410");
        assertThatThrownBy(() -> change(seen, "Les Chênes", null)).isInstanceOf(StaleVersion.class);
        change(centre(id), "les ormes", null);
        assertThat(centre(id).name()).isEqualTo("les ormes");

        var opened = unit(ward);
        refusedAt("name", "centre.error.unit-taken", () -> rename(opened, "TEAM"));
        rename(opened, "Sevrage");
        assertThat(unit(ward).name()).isEqualTo("Sevrage");
        assertThatThrownBy(() -> rename(opened, "Ward 2")).isInstanceOf(StaleVersion.class);
    }

    @Test
    void what_was_opened_elsewhere_meanwhile_is_found() {
        act(centres::all);
        var centre = CentreId.create();
        var unit = UnitId.create();
        // As another node does it: nobody tells this one
        jdbc.sql("INSERT INTO centre_centre VALUES (?,?,'Elsewhere','OUTPATIENT','Europe/Paris','00:00','FR',NULL)")
                .param(centre.value())
                .param(code())
                .update();
        assertThat(centre(centre).name()).isEqualTo("Elsewhere");
        jdbc.sql("INSERT INTO centre_unit VALUES (?,?,'Team','OUTPATIENT_TEAM')")
                .param(unit.value())
                .param(centre.value())
                .update();
        assertThat(unit(unit).name()).isEqualTo("Team");
    }

    @Test
    void what_was_taken_back_is_not_held() {
        var code = code();
        var id = transaction.execute(status -> {
            var opened = open(code, "FR", null);
            // Somebody looks before it is taken back
            assertThat(act(centres::all)).extracting(Centre::code).contains(code);
            status.setRollbackOnly();
            return opened;
        });
        assertThat(act(centres::all)).extracting(Centre::id).doesNotContain(id);
    }

    private CentreId open(String code, String country, @Nullable String telephone) {
        return act(() -> setup.openCentre(new OpenCentre(
                code,
                "Centre",
                CentreKind.INPATIENT_DETOX,
                ZoneId.of("Europe/Paris"),
                LocalTime.MIDNIGHT,
                country,
                telephone)));
    }

    private void change(Centre seen, String name, @Nullable String telephone) {
        act(() -> {
            setup.changeCentre(seen, name, telephone);
            return seen;
        });
    }

    private void rename(Unit seen, String name) {
        act(() -> {
            setup.renameUnit(seen, name);
            return seen;
        });
    }

    private Centre centre(CentreId id) {
        return act(() -> centres.centre(id));
    }

    private Unit unit(UnitId id) {
        return act(() -> centres.unit(id).orElseThrow());
    }

    private static void refusedAt(String field, String key, ThrowingCallable act) {
        assertThatThrownBy(() -> act(() -> {
                    try {
                        act.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Throwable failed) {
                        throw new IllegalStateException(failed);
                    }
                    return field;
                }))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.key()).isEqualTo(key);
                });
    }

    private static <T> T act(Callable<T> act) {
        return ActingAs.actingAs("setup", Role.ADMINISTRATOR, act);
    }

    private static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }
}
