package org.relais.situation;

import java.math.BigDecimal;
import java.util.Optional;

/** What changed between two ratings (domain reference F.1): level now less level at intake. Pure. */
public final class NeedsChange {

    private NeedsChange() {}

    /** By how much a domain moved; empty where it was not rated, or did not apply, in one of the two. */
    public static Optional<Integer> of(NeedsMatrix matrix, NeedsRating intake, NeedsRating now, NeedDomain domain) {
        var before = counted(matrix, intake, domain);
        var after = counted(matrix, now, domain);
        return before.isPresent() && after.isPresent() ? Optional.of(after.get() - before.get()) : Optional.empty();
    }

    /** By how much the mean moved; empty where one of the two has none. */
    public static Optional<BigDecimal> ofMean(NeedsRating intake, NeedsRating now) {
        return intake.mean() == null || now.mean() == null
                ? Optional.empty()
                : Optional.of(now.mean().subtract(intake.mean()));
    }

    private static Optional<Integer> counted(NeedsMatrix matrix, NeedsRating rating, NeedDomain domain) {
        return rating.level(domain).filter(level -> level != matrix.notApplicable());
    }
}
