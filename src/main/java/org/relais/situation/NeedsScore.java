package org.relais.situation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What a rating of needs comes to (domain reference F.1). Pure.
 *
 * @param sum of the levels of the domains that apply
 * @param applicable how many domains apply among those rated
 * @param open how many domains were not rated
 */
public record NeedsScore(int sum, int applicable, int open) {

    /** Works it out; a value of the matrix that does not apply counts in nothing. */
    public static NeedsScore of(NeedsMatrix matrix, Map<NeedDomain, Integer> levels) {
        var sum = 0;
        var applicable = 0;
        var open = 0;
        for (var domain : matrix.domains()) {
            var level = levels.get(domain);
            if (level == null) {
                open++;
            } else if (level != matrix.notApplicable()) {
                sum += level;
                applicable++;
            }
        }
        return new NeedsScore(sum, applicable, open);
    }

    public boolean complete() {
        return open == 0;
    }

    /** The mean to one decimal, half up; empty while a domain is not rated, and where none applies. */
    public Optional<BigDecimal> mean() {
        return complete() && applicable > 0
                ? Optional.of(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(applicable), 1, RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
