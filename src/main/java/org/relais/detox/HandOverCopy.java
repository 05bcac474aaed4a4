package org.relais.detox;

import java.time.Instant;
import java.util.Locale;

import org.relais.shared.HandOverId;
import org.relais.shared.StaffId;

/**
 * One printed copy.
 *
 * @param number counts up from 1 for each hand-over
 */
public record HandOverCopy(HandOverId id, int number, StaffId by, Instant at) {

    /** By what the copy is found again, such as {@code 7F2C-19A4}. */
    public String mark() {
        var digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(digits.length() - 8, digits.length() - 4) + "-" + digits.substring(digits.length() - 4);
    }
}
