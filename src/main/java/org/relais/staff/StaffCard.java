package org.relais.staff;

import org.relais.shared.StaffId;

/** What everybody may know of a colleague: name and role. */
public record StaffCard(StaffId id, String givenName, String familyName, Role role, boolean active) {

    public String name() {
        return givenName + " " + familyName;
    }

    /** Two letters for an avatar. */
    public String initials() {
        return givenName.substring(0, 1) + familyName.substring(0, 1);
    }
}
