package org.relais.detox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LocalText;

/**
 * One thing that must hold before a withdrawal counts as completed (domain reference B.8). With neither of the three
 * conditions it is stated by whoever ends it.
 *
 * @param below every result of the instrument within the time is below this
 * @param twice the last results of the instrument are at most this, so many of them and so far apart
 * @param lastBand the band of the last result of the instrument is one of these
 * @param blocking whether only a physician may end the withdrawal without it (DTX-03); otherwise it warns
 */
public record EndCriterion(
        String code,
        LocalText text,
        @Nullable Below below,
        @Nullable Repeated twice,
        @Nullable LastBand lastBand,
        boolean blocking) {

    /** @param total every total is lower */
    public record Below(String instrument, int total, int hours) {}

    /** @param atMost the highest total of each */
    public record Repeated(String instrument, int atMost, int times, int hoursApart) {}

    /** @param bands the codes of the bands that do */
    public record LastBand(String instrument, List<String> bands) {

        public LastBand {
            bands = List.copyOf(bands);
        }
    }

    /** Whether whoever ends the withdrawal states it. */
    public boolean stated() {
        return below == null && twice == null && lastBand == null;
    }
}
