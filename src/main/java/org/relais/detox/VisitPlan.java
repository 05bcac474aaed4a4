package org.relais.detox;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LocalText;

/**
 * The visits of an outpatient withdrawal (domain reference B.1, B.2): on which days the person is expected, what is done
 * then, and which results call for somebody. Days are counted in service days, 1 on the first.
 *
 * @param rhythm from which day how often
 * @param lateAfter minutes after the expected time from which somebody counts as not come
 * @param asks what every visit asks for, in words
 * @param physician what calls for a physician the same day; null for nothing
 * @param emergency what calls for emergency care; null for nothing
 */
public record VisitPlan(
        List<Rhythm> rhythm,
        int lateAfter,
        LocalText asks,
        @Nullable Threshold physician,
        @Nullable Threshold emergency) {

    /**
     * @param fromDay the day of the first visit in this rhythm
     * @param every the days from each visit to the next, over and over: 3 and 4 for twice a week
     */
    public record Rhythm(int fromDay, List<Integer> every) {

        public Rhythm {
            every = List.copyOf(every);
            hold(fromDay >= 1 && !every.isEmpty(), "A rhythm of visits says from which day and how often");
            hold(every.stream().allMatch(days -> days >= 1), "Visits are at least a day apart");
        }

        // Whole cycles lie behind, what remains is walked
        private boolean expectedOn(int day) {
            var rest = (day - fromDay) % every.stream().mapToInt(days -> days).sum();
            for (var days : every) {
                if (rest == 0) {
                    return true;
                }
                rest -= days;
            }
            return false;
        }
    }

    /** The bands of one instrument. */
    public record Threshold(String instrument, List<String> bands) {

        public Threshold {
            bands = List.copyOf(bands);
            hold(!bands.isEmpty(), "A threshold of visits names its bands: " + instrument);
        }

        private boolean reached(String code, String band) {
            return instrument.equals(code) && bands.contains(band);
        }
    }

    public VisitPlan {
        rhythm = List.copyOf(rhythm);
        hold(!rhythm.isEmpty() && rhythm.getFirst().fromDay() == 1, "The visits begin on the first day");
        hold(ascend(rhythm), "The rhythms of visits do not ascend");
        hold(lateAfter > 0, "Nobody is late before their time");
    }

    /** Whether the person is expected on the day of their withdrawal. */
    public boolean expectedOn(int day) {
        return rhythm.stream()
                .filter(one -> one.fromDay() <= day)
                .reduce((_, later) -> later)
                .filter(one -> one.expectedOn(day))
                .isPresent();
    }

    /** Whom a result calls for; empty for nobody. */
    Optional<VisitCall> call(String instrument, @Nullable String band) {
        if (band == null) {
            return Optional.empty();
        }
        if (emergency != null && emergency.reached(instrument, band)) {
            return Optional.of(VisitCall.EMERGENCY);
        }
        return physician != null && physician.reached(instrument, band)
                ? Optional.of(VisitCall.PHYSICIAN)
                : Optional.empty();
    }

    private static boolean ascend(List<Rhythm> rhythm) {
        return IntStream.range(1, rhythm.size())
                .allMatch(i -> rhythm.get(i - 1).fromDay() < rhythm.get(i).fromDay());
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
