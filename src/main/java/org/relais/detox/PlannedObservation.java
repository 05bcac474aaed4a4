package org.relais.detox;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One instrument that a protocol asks for, and how often.
 *
 * @param instrument the code of the instrument; {@code NEWS2} for a set of vital signs
 * @param firstAfter minutes from the beginning to the first observation
 * @param byBand how long until the next, by the band of the last result; empty where the time since the beginning decides
 * @param phases how long until the next, by the time since the beginning; empty where the band decides
 * @param stepDown how long once enough results in a row are in the lowest band; null for never
 * @param afterDose how soon after a dose; null where doses change nothing
 */
public record PlannedObservation(
        String instrument,
        int firstAfter,
        List<BandInterval> byBand,
        List<Phase> phases,
        @Nullable StepDown stepDown,
        @Nullable AfterDose afterDose) {

    /** @param minutes until the next observation after a result in the band */
    public record BandInterval(String band, int minutes) {}

    /**
     * @param fromHour hours since the beginning from which it applies
     * @param minutes until the next observation
     */
    public record Phase(int fromHour, int minutes) {}

    /** @param results how many in a row must be in the band */
    public record StepDown(int results, String band, int minutes) {}

    /**
     * @param minutes after a dose
     * @param bands the bands of the last result after which it applies; empty for all
     * @param classes of the drugs whose doses ask for it, as the drug list names them
     */
    public record AfterDose(int minutes, List<String> bands, List<String> classes) {

        public AfterDose {
            bands = bands == null ? List.of() : List.copyOf(bands);
            classes = List.copyOf(classes);
        }

        boolean applies(@Nullable String lastBand) {
            return bands.isEmpty() || (lastBand != null && bands.contains(lastBand));
        }
    }

    public PlannedObservation {
        byBand = byBand == null ? List.of() : List.copyOf(byBand);
        phases = phases == null ? List.of() : List.copyOf(phases);
        hold(instrument != null && !instrument.isBlank() && firstAfter >= 0, "An observation names its instrument");
        hold(byBand.isEmpty() != phases.isEmpty(), instrument + ": either bands or phases say how often");
        hold(phases.isEmpty() || phases.getFirst().fromHour() == 0, instrument + ": the first phase begins at once");
        hold(ascend(phases), instrument + ": the phases do not ascend");
        hold(
                Stream.concat(
                                byBand.stream().map(BandInterval::minutes),
                                phases.stream().map(Phase::minutes))
                        .allMatch(minutes -> minutes > 0),
                instrument + ": an interval is not positive");
    }

    /** The shortest interval that the result of this instrument can lead to: what applies while nothing is known. */
    Duration shortest() {
        return byBand.isEmpty()
                ? Duration.ofMinutes(phases.getFirst().minutes())
                : byBand.stream()
                        .map(interval -> Duration.ofMinutes(interval.minutes()))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /**
     * How long until the next observation.
     *
     * @param bands of the results so far, newest last; null for one that could not be scored
     * @param elapsed since the beginning
     */
    Duration interval(List<@Nullable String> bands, Duration elapsed) {
        if (bands.isEmpty()) {
            return shortest();
        }
        var last = bands.getLast();
        var calm = stepDown;
        if (calm != null
                && bands.size() >= calm.results()
                && bands.subList(bands.size() - calm.results(), bands.size()).stream()
                        .allMatch(calm.band()::equals)) {
            return Duration.ofMinutes(calm.minutes());
        }
        if (byBand.isEmpty()) {
            return phases.stream()
                    .filter(phase -> elapsed.compareTo(Duration.ofHours(phase.fromHour())) >= 0)
                    .reduce((_, later) -> later)
                    .map(phase -> Duration.ofMinutes(phase.minutes()))
                    .orElseGet(this::shortest);
        }
        return byBand.stream()
                .filter(interval -> interval.band().equals(last))
                .findFirst()
                .map(interval -> Duration.ofMinutes(interval.minutes()))
                .orElseGet(this::shortest);
    }

    private static boolean ascend(List<Phase> phases) {
        return IntStream.range(1, phases.size())
                .allMatch(i -> phases.get(i - 1).fromHour() < phases.get(i).fromHour());
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
