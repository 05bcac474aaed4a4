package org.relais.exchange;

import org.jspecify.annotations.Nullable;

import org.relais.history.GivenTime;

/**
 * One entry of a file, in the words of its source.
 *
 * @param when only as exact as the source said
 * @param words what it is
 * @param status as the source says
 * @param more value, dosage, place, remarks; several lines
 * @param urgent whether it is something to be warned of
 */
public record PreviewLine(
        @Nullable GivenTime when,
        String words,
        @Nullable String status,
        @Nullable String more,
        boolean urgent) {}
