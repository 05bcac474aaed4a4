package org.relais.staff;

import java.util.Set;
import java.util.UUID;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A member of staff as the rights see them, at one version of those rights.
 *
 * @param centres every centre they work in
 * @param wholeCentres the centres all of whose units they work in
 * @param units the units they are named for
 * @param rightsVersion counts up with every change of role, state or assignment
 */
public record StaffMember(
        StaffId id,
        String username,
        String givenName,
        String familyName,
        Role role,
        boolean active,
        Set<CentreId> centres,
        Set<CentreId> wholeCentres,
        Set<UnitId> units,
        long rightsVersion) {

    public StaffMember {
        centres = Set.copyOf(centres);
        wholeCentres = Set.copyOf(wholeCentres);
        units = Set.copyOf(units);
    }

    private static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    /** What acts for a named background task: nobody, in one centre, with the rights of no role. */
    public static StaffMember task(String task, CentreId centre) {
        return new StaffMember(
                NOBODY, "task", "task", task, Role.ADMINISTRATOR, true, Set.of(centre), Set.of(centre), Set.of(), 0);
    }

    /** What acts for a named background task of the whole house: nobody, in no centre, with the rights of no role. */
    public static StaffMember task(String task) {
        return new StaffMember(NOBODY, "task", "task", task, Role.ADMINISTRATOR, true, Set.of(), Set.of(), Set.of(), 0);
    }

    /** Whether this stands for a background task and for no member of staff. */
    public boolean isTask() {
        return id.equals(NOBODY);
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether they work in the unit of the centre. */
    public boolean worksIn(CentreId centre, UnitId unit) {
        return wholeCentres.contains(centre) || units.contains(unit);
    }
}
