package org.relais.shell;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Discipline;

/** Who sits in front of the frame. One bean answers; without one, only the sign-in name is shown. */
public interface FrameUser {

    /** The signed-in member of staff; empty before signing in. */
    Optional<Details> current();

    /**
     * What the top bar shows.
     *
     * @param name the name as colleagues know it
     * @param role the profession, translated
     * @param centre the name of the centre being worked in, or null
     */
    record Details(
            String name,
            String role,
            @Nullable Discipline discipline,
            @Nullable String centre) {}
}
