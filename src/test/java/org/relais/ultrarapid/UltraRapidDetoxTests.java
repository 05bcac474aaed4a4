package org.relais.ultrarapid;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.rules.Rules;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.UltraRapidPermissionId;
import org.relais.shared.UltraRapidPointId;
import org.relais.shared.UltraRapidProcedureId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffFunctions;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.MovableClock;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nothing of it is there unless it was switched on and permitted by two, and nothing begins while a point is open. */
@RelaisTest
@TestPropertySource(properties = "relais.ultra-rapid-detox.enabled=true")
@Import({MovableClock.class, PermittedCentre.class})
class UltraRapidDetoxTests {

    @Autowired
    House house;

    @Autowired
    PermittedCentre permitted;

    @Autowired
    UltraRapidPermissions permissions;

    @Autowired
    UltraRapidDetox detox;

    @Autowired
    AccessService access;

    @Autowired
    RuleInForce<UltraRapidChecklist> rule;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Centres centres;

    @Autowired
    CurrentStaff current;

    @Autowired
    StaffFunctions functions;

    @Autowired
    MovableClock clock;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = house.personAt(here);
        permitted.direct(here);
    }

    @Test
    void a_service_that_says_nothing_has_it_switched_off() {
        new ApplicationContextRunner()
                .withUserConfiguration(UltraRapidRules.class)
                .withBean(Rules.class, () -> new Rules(List.of(UltraRapidChecklist.KIND)))
                .withBean(java.time.Clock.class, () -> clock)
                .run(context -> assertThat(
                                context.getBean(UltraRapidProperties.class).enabled())
                        .isFalse());
        permit();
        var off = new UltraRapidPermissions(
                new UltraRapidProperties(false), rule, jdbc, centres, current, functions, clock);
        assertThat(holds(permissions)).isTrue();
        assertThat(holds(off)).isFalse();
        assertThatThrownBy(() -> asPhysician(off::all)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> asPhysician(off::directed)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_permission_holds_once_both_signed_it_and_until_it_runs_out() {
        var id = sign(here, 9);
        assertThat(holds(permissions)).isFalse();
        assertThatThrownBy(() -> asPhysician(() -> {
                    permissions.confirm(id);
                    return null;
                }))
                .isInstanceOf(Conflict.class)
                .hasFieldOrPropertyWithValue("key", "ultrarapid.error.same-person");
        permitted.confirm(here, id);
        assertThat(holds(permissions)).isTrue();
        assertThatThrownBy(() -> permitted.confirm(here, id)).isInstanceOf(Conflict.class);
        clock.move(Duration.ofDays(11));
        assertThat(holds(permissions)).isFalse();
    }

    @Test
    void a_withdrawn_permission_ends_at_once() {
        var id = permit();
        asPhysician(() -> {
            permissions.withdraw(id);
            return null;
        });
        assertThat(holds(permissions)).isFalse();
        assertThatThrownBy(() -> points()).isInstanceOf(NotFound.class);
    }

    @Test
    void only_the_medical_director_signs_first_and_for_a_year_at_the_most() {
        assertThatThrownBy(() -> sign(house.open().here(), 9))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("centre"));
        for (var days : List.of(-2, 370)) {
            assertThatThrownBy(() -> sign(here, days))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("until"));
        }
    }

    @Test
    void whatever_point_is_open_nothing_begins() {
        permit();
        var points = rule.now().points();
        assertThat(points).hasSize(24);
        for (var open : points) {
            for (var point : points) {
                if (!point.equals(open)) {
                    sign(point.code());
                }
            }
            assertThat(points().stream().filter(SignedPoint::open))
                    .extracting(SignedPoint::point)
                    .containsExactly(open);
            assertThatThrownBy(this::start).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                assertThat(refusal.field()).isEqualTo("points");
                assertThat(refusal.arguments()).containsExactly(1L);
            });
            // What was signed counts no more
            clock.move(Duration.ofHours(25));
        }
        assertThat(begun()).isZero();
    }

    @Test
    void with_every_point_signed_it_begins_once_and_the_next_asks_for_all_again() {
        permit();
        rule.now().points().forEach(point -> sign(point.code()));
        clock.move(Duration.ofHours(23));
        var id = UltraRapidProcedureId.create();
        asPhysician(() -> {
            detox.start(write(), new StartUltraRapid(id, here.centre()));
            detox.start(write(), new StartUltraRapid(id, here.centre()));
            return null;
        });
        assertThat(begun()).isEqualTo(1);
        assertThat(points()).allMatch(SignedPoint::open);
        assertThatThrownBy(this::start).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_nurse_signs_points_and_does_not_begin() {
        permit();
        here.as(Role.NURSE, () -> {
            rule.now()
                    .points()
                    .forEach(point -> detox.sign(
                            write(), new SignPoint(UltraRapidPointId.create(), here.centre(), point.code())));
            assertThatThrownBy(() ->
                            detox.start(write(), new StartUltraRapid(UltraRapidProcedureId.create(), here.centre())))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("start"));
            return null;
        });
        assertThat(begun()).isZero();
    }

    private boolean holds(UltraRapidPermissions which) {
        return here.as(Role.NURSE, () -> which.holds(here.centre()));
    }

    private UltraRapidPermissionId permit() {
        var id = sign(here, 300);
        permitted.confirm(here, id);
        return id;
    }

    private UltraRapidPermissionId sign(Place centre, int days) {
        var id = UltraRapidPermissionId.create();
        asPhysician(() -> {
            permissions.sign(new PermitUltraRapid(
                    id,
                    centre.centre(),
                    "Decree 12",
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days)));
            return null;
        });
        return id;
    }

    private void sign(String point) {
        asPhysician(() -> {
            detox.sign(write(), new SignPoint(UltraRapidPointId.create(), here.centre(), point));
            return null;
        });
    }

    private void start() {
        asPhysician(() -> {
            detox.start(write(), new StartUltraRapid(UltraRapidProcedureId.create(), here.centre()));
            return null;
        });
    }

    private List<SignedPoint> points() {
        return asPhysician(() -> detox.points(access.grant(person, Section.MEDICAL), here.centre()));
    }

    private long begun() {
        return jdbc.sql("SELECT COUNT(*) FROM ultrarapid_procedure WHERE centre_id = ?")
                .param(here.centre().value())
                .query(Long.class)
                .single();
    }

    private Grant write() {
        return access.grant(person, Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }

    private <T> T asPhysician(Callable<T> act) {
        return here.as(Role.PHYSICIAN, act);
    }
}
