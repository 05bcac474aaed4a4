package org.relais.shared;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/**
 * The identity of a thing: a time-ordered UUID (version 7), given by the application so that rows batch and the
 * database needs no sequence. One record type per kind of thing, so that two ids cannot be swapped.
 */
public interface Id {

    UUID value();

    /** A fresh time-ordered value; for the id records only. */
    static UUID newValue() {
        return Values.GENERATOR.generate();
    }

    /** Reads a value from text; for the id records only. */
    static UUID parseValue(String text) {
        try {
            var value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return value;
            }
        } catch (IllegalArgumentException notAnId) {
            // falls through to the one refusal below
        }
        throw new InvalidInput("id", "shared.error.id");
    }

    /** Refuses a missing value; for the id records only. */
    static void requireValue(UUID value) {
        Objects.requireNonNull(value, "An id needs a value");
    }

    /** Holds the generator, which is safe for use by many threads. */
    final class Values {

        private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

        private Values() {}
    }
}
