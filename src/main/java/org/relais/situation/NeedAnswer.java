package org.relais.situation;

import org.jspecify.annotations.Nullable;

/**
 * One domain as it is rated.
 *
 * @param level one of the matrix, or that the domain does not apply
 * @param need what is needed, in the person's words where they said it; up to 500 characters as the others
 * @param resources what and who helps
 * @param risks what may go wrong
 * @param obstacles what stands in the way
 */
public record NeedAnswer(
        int level,
        @Nullable String need,
        @Nullable String resources,
        @Nullable String risks,
        @Nullable String obstacles) {

    /** A level without words. */
    public static NeedAnswer level(int level) {
        return new NeedAnswer(level, null, null, null, null);
    }
}
