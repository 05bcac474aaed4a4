package org.relais.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How the person's use stands beside what they chose themselves: a reduction is attained with as few days in 28 as they
 * wanted (domain reference E.5), abstinence with none.
 *
 * @param days of use in 28, as last said
 * @param on when it was said
 * @param wanted how many days the person wants at most
 */
public record AimProgress(int days, LocalDate on, int wanted) {

    /** Empty where days in 28 say nothing about the aim. */
    static Optional<AimProgress> of(AimRow aim, DaysUsed.Known known) {
        var days = aim.target().days();
        return switch (aim.aim()) {
            case ABSTINENCE -> Optional.of(new AimProgress(known.days(), known.on(), 0));
            case REDUCTION ->
                days == null ? Optional.empty() : Optional.of(new AimProgress(known.days(), known.on(), days));
            case SAFER_USE, UNDECIDED -> Optional.empty();
        };
    }

    /** Whether what was last said is what the person wants. */
    public boolean attained() {
        return days <= wanted;
    }
}
