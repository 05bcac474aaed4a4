package org.relais.history;

import org.jspecify.annotations.Nullable;

/**
 * A contact or stay elsewhere.
 *
 * @param sourceKey names the fact at its source, up to 400 characters, the same however often it is sent
 * @param kind the class of HL7's ActCode: {@code AMB}, {@code IMP}, {@code EMER} ...
 * @param type what it was
 * @param status as the source says
 * @param end null while it lasts
 * @param place the institution, in the words of the source
 * @param reason in the words of the source
 */
public record ImportedEncounter(
        String sourceKey,
        @Nullable String kind,
        GivenCode type,
        @Nullable String status,
        @Nullable GivenTime start,
        @Nullable GivenTime end,
        @Nullable String place,
        @Nullable String reason) {}
