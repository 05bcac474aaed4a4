package org.relais.shell;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Discipline;
import org.relais.staff.Role;

/**
 * What the top bar shows of the member of staff who is signed in.
 *
 * @param name the name as colleagues know it
 * @param centre the name of the centre, or null when they work in several or in none
 */
record FrameUser(String name, Role acting, @Nullable String centre) {

    /** The key of the profession's word. */
    String role() {
        return acting.key();
    }

    Discipline discipline() {
        return acting.discipline();
    }
}
