package org.relais.shell;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Discipline;

/**
 * What the top bar shows of the member of staff who is signed in.
 *
 * @param name the name as colleagues know it
 * @param role the key of the profession's word
 * @param centre the name of the centre, or null when they work in several or in none
 */
record FrameUser(
        String name,
        String role,
        Discipline discipline,
        @Nullable String centre) {}
