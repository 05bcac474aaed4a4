package org.relais.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.relais.shared.InvalidInput;

/**
 * Service days from one to another, both counted.
 */
public record Period(LocalDate from, LocalDate to) {

    /** The most days that are asked for at once: ten years. */
    public static final int LONGEST = 3_653;

    /** @throws InvalidInput at {@code to} when it ends before it begins, or is longer than {@link #LONGEST} */
    public Period {
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "indicator.error.order");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new InvalidInput("to", "indicator.error.long");
        }
    }

    /** The period of that many days that ends on a day. */
    public static Period ending(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** How many days it has, at least one. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    /** The period of the same length that ends on the day before it begins. */
    public Period before() {
        return ending(from.minusDays(1), days());
    }

    /** The same days, earlier. */
    public Period earlier(int days) {
        return new Period(from.minusDays(days), to.minusDays(days));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
