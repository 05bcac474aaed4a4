package org.relais.demo;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.person.Gender;
import org.relais.person.Identity;

/**
 * One invented person, before anything happens to them.
 *
 * @param given null for somebody known by an alias only, as is {@code family}
 * @param substance the one most spoken of
 */
record Invented(
        @Nullable String given,
        @Nullable String family,
        @Nullable String alias,
        @Nullable LocalDate birth,
        @Nullable Gender gender,
        Substance substance) {

    /** What the withdrawal and the follow-up are about. */
    enum Substance {
        ALCOHOL,
        HEROIN,
        COCAINE,
        TRAMADOL,
        DIAZEPAM,
        CANNABIS;

        /** Whether withdrawal is followed with the opioid scale. */
        boolean opioid() {
            return this == HEROIN || this == TRAMADOL;
        }
    }

    static Invented named(String given, String family, LocalDate birth, Gender gender, Substance substance) {
        return new Invented(given, family, null, birth, gender, substance);
    }

    static Invented alias(String alias, @Nullable Gender gender, Substance substance) {
        return new Invented(null, null, alias, null, gender, substance);
    }

    Invented comingFor(Substance other) {
        return new Invented(given, family, alias, birth, gender, other);
    }

    Identity identity() {
        return new Identity(alias, given, family, given == null, birth, null, gender);
    }

    /** How the texts speak of them. */
    String called() {
        return given != null ? given : String.valueOf(alias);
    }
}
