package org.relais.staff;

import java.util.List;

/** A member of staff with where they work and the functions they hold or will hold. */
public record RightsHolder(StaffMember member, List<HeldFunction> functions) {

    public RightsHolder {
        functions = List.copyOf(functions);
    }
}
