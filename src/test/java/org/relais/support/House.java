package org.relais.support;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.CareRelations;
import org.relais.access.Purpose;
import org.relais.access.RelationKind;
import org.relais.centre.CentreKind;
import org.relais.centre.CentreSetup;
import org.relais.centre.OpenCentre;
import org.relais.centre.UnitKind;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;

import static org.relais.support.ActingAs.actingAs;

/**
 * A small service for tests: two centres with a ward, an outpatient team and a member of staff of every role each.
 * Every call of {@link #open()} makes a fresh one, so that tests share a database and no rows.
 */
@TestComponent
public class House {

    private final CentreSetup centres;
    private final StaffSetup staff;
    private final CareRelations relations;
    private final AccessService access;
    private final TransactionTemplate transaction;

    House(
            CentreSetup centres,
            StaffSetup staff,
            CareRelations relations,
            AccessService access,
            TransactionTemplate transaction) {
        this.centres = centres;
        this.staff = staff;
        this.relations = relations;
        this.access = access;
        this.transaction = transaction;
    }

    /** A new service of two centres. */
    public Opened open() {
        return open(ZoneId.of("Europe/Paris"));
    }

    /** As {@link #open()}, where the clocks show this time now: for what depends on the hour. */
    public Opened openAt(LocalTime now, Clock clock) {
        var ahead = Duration.between(LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC), now);
        var seconds = Math.toIntExact(ahead.truncatedTo(ChronoUnit.MINUTES).toSeconds());
        var half = Math.toIntExact(Duration.ofHours(12).toSeconds());
        var offset = seconds > half ? seconds - 2 * half : seconds < -half ? seconds + 2 * half : seconds;
        return open(ZoneOffset.ofTotalSeconds(offset));
    }

    /** As {@link #open()}, of centres with this set of country rules. */
    public Opened openIn(String countryProfile) {
        return open(ZoneId.of("Europe/Paris"), countryProfile);
    }

    private Opened open(ZoneId zone) {
        return open(zone, "FR");
    }

    private Opened open(ZoneId zone, String countryProfile) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        return actingAs(
                "setup",
                Role.ADMINISTRATOR,
                () -> new Opened(place("A-" + mark, zone, countryProfile), place("B-" + mark, zone, countryProfile)));
    }

    private Place place(String code, ZoneId zone, String countryProfile) {
        var centre = centres.openCentre(new OpenCentre(
                code, "Centre " + code, CentreKind.INPATIENT_DETOX, zone, LocalTime.MIDNIGHT, countryProfile, null));
        var ward = centres.openUnit(centre, "Ward " + code, UnitKind.WARD);
        var team = centres.openUnit(centre, "Team " + code, UnitKind.OUTPATIENT_TEAM);
        var beds = centres.openRoom(ward, "301", List.of("A", "B"));
        var members = new EnumMap<Role, Member>(Role.class);
        for (var role : Role.values()) {
            var username = role.name().toLowerCase(java.util.Locale.ROOT) + "." + code;
            var id = staff.enter(username, "Given", "Family " + code, role);
            staff.assign(id, centre, null);
            members.put(role, new Member(id, username, role));
        }
        return new Place(centre, ward, team, beds, members);
    }

    /** A person known to access and under the care of the place's ward; for tests of access alone. */
    public PersonId personAt(Place place) {
        var person = PersonId.create();
        place.as(Role.NURSE, () -> {
            var scope = access.taskScope("test", place.centre(), Purpose.CARE);
            transaction.executeWithoutResult(status -> {
                relations.register(scope, person);
                relations.beginForUnit(scope, person, RelationKind.EPISODE, place.centre(), place.ward(), null);
            });
            return person;
        });
        return person;
    }

    /** A further member of staff of the place. */
    public Member another(Place place, Role role) {
        var username = "another." + UUID.randomUUID().toString().substring(0, 8);
        return actingAs("setup", Role.ADMINISTRATOR, () -> {
            var id = staff.enter(username, "Another", "Colleague", role);
            staff.assign(id, place.centre(), null);
            return new Member(id, username, role);
        });
    }

    /** From now on the place's ward takes part in the person's care too. */
    public void follow(Place place, PersonId person) {
        place.as(Role.NURSE, () -> {
            var scope = access.taskScope("test", place.centre(), Purpose.CARE);
            transaction.executeWithoutResult(status ->
                    relations.beginForUnit(scope, person, RelationKind.EPISODE, place.centre(), place.ward(), null));
            return person;
        });
    }

    /** The two centres. */
    public record Opened(Place here, Place elsewhere) {}

    /** One centre with its units, beds and one member of staff a role. */
    public record Place(CentreId centre, UnitId ward, UnitId team, List<BedId> beds, Map<Role, Member> members) {

        public Member member(Role role) {
            return Objects.requireNonNull(members.get(role));
        }

        /** Runs as the centre's member of staff of that role. */
        public <T> T as(Role role, Callable<T> act) {
            return actingAs(member(role).username(), role, act);
        }
    }

    /** One member of staff. */
    public record Member(StaffId id, String username, Role role) {

        /** Runs as them. */
        public <T> T act(Callable<T> act) {
            return actingAs(username, role, act);
        }
    }
}
