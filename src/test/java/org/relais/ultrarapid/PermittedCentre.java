package org.relais.ultrarapid;

import java.time.LocalDate;

import org.springframework.boot.test.context.TestComponent;

import org.relais.shared.UltraRapidPermissionId;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffSetup;
import org.relais.support.House.Place;

import static org.relais.support.ActingAs.actingAs;

/** A centre with a medical director and an anaesthetist. */
@TestComponent
public class PermittedCentre {

    private final UltraRapidPermissions permissions;
    private final StaffSetup staff;

    PermittedCentre(UltraRapidPermissions permissions, StaffSetup staff) {
        this.permissions = permissions;
        this.staff = staff;
    }

    /** Makes the place's physician its medical director, and adds a second physician. */
    public void direct(Place place) {
        actingAs("setup", Role.ADMINISTRATOR, () -> {
            staff.giveFunction(
                    place.member(Role.PHYSICIAN).id(),
                    place.centre(),
                    StaffFunction.MEDICAL_DIRECTOR,
                    LocalDate.of(2026, 1, 1),
                    null);
            staff.assign(staff.enter(second(place), "Given", "Anaesthetist", Role.PHYSICIAN), place.centre(), null);
            return place;
        });
    }

    /** Signs as anaesthetist. */
    public void confirm(Place place, UltraRapidPermissionId id) {
        actingAs(second(place), Role.PHYSICIAN, () -> {
            permissions.confirm(id);
            return id;
        });
    }

    private static String second(Place place) {
        return "second." + place.member(Role.PHYSICIAN).username();
    }
}
