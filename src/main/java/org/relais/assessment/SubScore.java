package org.relais.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.BandProfile.Band;

/**
 * A score of some of the items, beside the total or in its place.
 *
 * @param how how its items come together; the sum unless said otherwise
 * @param compared whether it is told against the person's first form
 * @param bands what it means, ascending; none where it means nothing by itself
 */
public record SubScore(
        String code,
        LocalText title,
        @Nullable How how,
        @Nullable Boolean compared,
        List<String> items,
        List<Band> bands) {

    /** How items come together. */
    public enum How {
        SUM,
        HIGHEST
    }

    public SubScore {
        Must.beCode(code, "a sub-score");
        Must.bePresent(title, "title of sub-score " + code);
        how = how == null ? How.SUM : how;
        compared = compared != null && compared;
        items = Must.beFilled(items, "items of sub-score " + code);
        bands = Must.orNone(bands);
    }

    int of(IntStream counted) {
        return how == How.HIGHEST ? counted.max().orElse(0) : counted.sum();
    }

    public Optional<Band> band(int total) {
        return bands.stream().filter(band -> band.contains(total)).findFirst();
    }
}
