package org.relais.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was given beyond their role, as numbers.
 *
 * @param accesses accesses for a time that are in force
 * @param until when the last of them ends; null when there is none
 * @param protectedPeople how many protected people name them
 */
public record GivenRight(int accesses, @Nullable Instant until, int protectedPeople) {

    /** Nothing was given. */
    public static final GivenRight NONE = new GivenRight(0, null, 0);
}
