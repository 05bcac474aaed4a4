package org.relais.history;

import org.jspecify.annotations.Nullable;

/**
 * An answer to an age: the years, or that they are not known. Where it was not asked there is no answer.
 *
 * @param years null when not known
 */
public record AgeAnswer(@Nullable Integer years) {

    /** It was asked, and is not known. */
    public static final AgeAnswer NOT_KNOWN = new AgeAnswer(null);

    /** The years, as told. */
    public static AgeAnswer of(int years) {
        return new AgeAnswer(years);
    }
}
