package org.relais.keycloak;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.staff.StaffSetup;
import org.relais.support.House;
import org.relais.support.House.Place;

import static org.relais.support.ActingAs.actingAs;

/** Members of staff whose accounts the realm has, and a person in their care. */
@TestComponent
class Colleagues {

    private static final Map<Role, String> OF_THE_REALM = new EnumMap<>(Map.of(
            Role.PHYSICIAN, "h.vasseur",
            Role.NURSE, "c.aubry",
            Role.DISPENSING_NURSE, "l.ferrand",
            Role.PSYCHOLOGIST, "i.quemeneur",
            Role.SOCIAL_WORKER, "n.tavares",
            Role.FAMILY_WORKER, "p.wretling",
            Role.PEER_WORKER, "s.lemoine",
            Role.COORDINATOR, "m.delorme",
            Role.AUDITOR, "a.renault",
            Role.ADMINISTRATOR, "j.marchal"));

    private final House house;
    private final StaffSetup staff;
    private final PersonService people;
    private final AccessService access;
    private boolean entered;
    private @Nullable Place opened;

    Colleagues(House house, StaffSetup staff, PersonService people, AccessService access) {
        this.house = house;
        this.staff = staff;
        this.people = people;
        this.access = access;
    }

    private synchronized Place place() {
        if (opened == null) {
            opened = house.open().here();
        }
        return opened;
    }

    /** The user name of the realm's account for a role; a member of staff of the centre has it. */
    synchronized String username(Role role) {
        if (!entered) {
            OF_THE_REALM.forEach((each, name) -> enter(name, each));
            entered = true;
        }
        return Objects.requireNonNull(OF_THE_REALM.get(role));
    }

    /** A member of staff with an account of their own at Keycloak. */
    String fresh(Role role) {
        var username = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        enter(username, role);
        Realm.get().open(username, Realm.role(role));
        return username;
    }

    /** Enters a member of staff who works in the centre. */
    StaffId enter(String username, Role role) {
        return actingAs("setup", Role.ADMINISTRATOR, () -> {
            var id = staff.enter(username, "Given", "Family", role);
            staff.assign(id, place().centre(), null);
            return id;
        });
    }

    /** A person whom the ward follows. */
    PersonId person(String givenName, String familyName) {
        var place = place();
        return place.as(
                Role.NURSE,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                place.centre(),
                                place.ward(),
                                Identity.named(givenName, familyName, LocalDate.of(1984, 3, 14)))));
    }
}
