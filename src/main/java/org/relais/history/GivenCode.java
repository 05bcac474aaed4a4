package org.relais.history;

import org.jspecify.annotations.Nullable;

/**
 * What something is, by code and in the words of the source. The words may be wrong, or in another language than their
 * neighbour's: never decide by them.
 *
 * @param system the code system as a URI
 * @param words as given; empty when the source has none
 */
public record GivenCode(@Nullable String system, @Nullable String code, String words) {}
