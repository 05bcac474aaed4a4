package org.relais.doors;

import java.util.concurrent.Callable;

import org.relais.shared.StaffId;
import org.relais.staff.Role;
import org.relais.support.ActingAs;

/** Somebody who looks, and where they stand towards the person. */
record Viewer(Where where, Role role, StaffId id, String username) {

    enum Where {
        /** Works in the person's centre, and wrote what the role writes. */
        AUTHOR,
        /** Works in the person's centre, and wrote nothing. */
        COLLEAGUE,
        /** Works in a unit of the person's centre that takes no part. */
        OTHER_UNIT,
        /** Works in another centre that takes part. */
        ELSEWHERE,
        /** Works in a unit of another centre that takes no part. */
        STRANGER;

        boolean atHome() {
            return this == AUTHOR || this == COLLEAGUE || this == OTHER_UNIT;
        }

        boolean related() {
            return this == AUTHOR || this == COLLEAGUE || this == ELSEWHERE;
        }
    }

    <T> T look(Callable<T> act) {
        return ActingAs.actingAs(username, role, act);
    }

    @Override
    public String toString() {
        return role + " " + where;
    }
}
