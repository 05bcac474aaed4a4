package org.relais.detox;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does on a ward of a test, told to the portal and to the model alike. Moments are seconds since
 * the ward opened.
 */
sealed interface WardAct {

    /** Whose, as {@code bed.stay}. */
    String who();

    /** When it was entered; what was observed may lie before. */
    long entered();

    /** @param secondScale whether a physician had saturation read by the second scale */
    record Arrive(String who, String protocol, boolean secondScale, long entered) implements WardAct {}

    /** @param corrects the form in whose place it stands; null for a first one */
    record Rate(
            String who,
            String form,
            String instrument,
            Map<String, Integer> values,
            @Nullable String corrects,
            long at,
            long entered)
            implements WardAct {}

    record CannotRate(String who, String form, String instrument, long at, long entered) implements WardAct {}

    record Measure(String who, String form, Signs signs, long at, long entered) implements WardAct {}

    /** @param signs what was measured while the person slept; null for a refusal */
    record Omit(
            String who,
            String id,
            String instrument,
            @Nullable Signs signs,
            long entered) implements WardAct {}

    /** Somebody would give a dose: by symptoms where the protocol is about alcohol, as needed otherwise. */
    record Give(String who, String id, long entered) implements WardAct {}

    record Happen(String who, String id, String code, long entered) implements WardAct {}

    /** @param rule and when it was raised and for what moment: which of the open alarms */
    record Acknowledge(String who, String rule, long occurred, long raised, long entered) implements WardAct {}

    record Resolve(String who, String rule, long occurred, long raised, long entered) implements WardAct {}

    record Leave(String who, long entered) implements WardAct {}

    /**
     * Vital signs as they are read off.
     *
     * @param temperature tenths of a degree
     * @param consciousness the letter of ACVPU
     * @param glucose tenths of a mmol/L
     */
    record Signs(
            @Nullable Integer pulse,
            @Nullable Integer systolic,
            @Nullable Integer diastolic,
            Integer breaths,
            Integer saturation,
            boolean oxygen,
            @Nullable Integer temperature,
            char consciousness,
            @Nullable Integer glucose) {}
}
