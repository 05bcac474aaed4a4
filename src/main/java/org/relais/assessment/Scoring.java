package org.relais.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/**
 * Scores one instrument with one band profile. Pure: the same values always give the same result. A value is taken as
 * it is or refused, never clamped or repaired (domain reference 0).
 */
public final class Scoring {

    private final Instrument instrument;
    private final @Nullable BandProfile profile;

    private Scoring(Instrument instrument, @Nullable BandProfile profile) {
        this.instrument = instrument;
        this.profile = profile;
    }

    /** Scoring with the instrument's default profile. */
    public static Scoring of(Instrument instrument) {
        return new Scoring(instrument, instrument.defaultProfile().orElse(null));
    }

    /**
     * Scoring with a named profile; null for the default.
     *
     * @throws InvalidInput at {@code profile} when the instrument has no such profile
     */
    public static Scoring of(Instrument instrument, @Nullable String profile) {
        return profile == null
                ? of(instrument)
                : new Scoring(
                        instrument,
                        instrument
                                .profile(profile)
                                .orElseThrow(() -> new InvalidInput("profile", "assessment.error.profile", profile)));
    }

    /**
     * Scores a form.
     *
     * @param values the value of each answered item by its code; an item that is absent or null is not answered
     * @return {@link Result.Scored} when nothing required is open, otherwise {@link Result.Incomplete}
     * @throws InvalidInput at the item's code when the instrument has no such item, does not allow the value, or does
     *     not ask the item after the answers before it
     */
    public Result score(Map<String, ? extends @Nullable Integer> values) {
        refuseForeign(values);
        var answered = new HashMap<String, Integer>();
        var counted = new HashMap<String, Integer>();
        var missing = new ArrayList<String>();
        for (var item : instrument.items()) {
            var value = values.get(item.code());
            if (item.closed(answered)) {
                if (value != null) {
                    throw new InvalidInput(item.code(), "assessment.error.not-asked");
                }
                answered.put(item.code(), 0);
            } else if (value != null) {
                answered.put(item.code(), value);
                counted.put(item.code(), item.counted(value));
            } else if (item.skipped(answered)) {
                answered.put(item.code(), 0);
                counted.put(item.code(), 0);
            } else if (item.required()) {
                missing.add(item.code());
            }
        }
        var alerts = instrument.alerts().stream()
                .filter(alert -> alert.fires(values))
                .toList();
        return missing.isEmpty() ? scored(values, counted, alerts) : new Result.Incomplete(missing, alerts);
    }

    /**
     * What of the form is still asked after these answers; an answer to an item that is not asked is passed over.
     *
     * @param values allowed ones only
     */
    public Asked asked(Map<String, ? extends @Nullable Integer> values) {
        var answered = new HashMap<String, Integer>();
        var closed = new HashSet<String>();
        var leftOut = new HashSet<String>();
        for (var item : instrument.items()) {
            var value = values.get(item.code());
            if (item.closed(answered)) {
                closed.add(item.code());
                answered.put(item.code(), 0);
            } else if (value != null) {
                answered.put(item.code(), value);
            } else if (item.skipped(answered)) {
                leftOut.add(item.code());
                answered.put(item.code(), 0);
            }
        }
        return new Asked(closed, leftOut);
    }

    /**
     * How far a form is asked.
     *
     * @param closed the items that are not asked
     * @param leftOut the open items that may stay so
     */
    public record Asked(Set<String> closed, Set<String> leftOut) {

        public Asked {
            closed = Set.copyOf(closed);
            leftOut = Set.copyOf(leftOut);
        }
    }

    /** The changes that fire when this total follows the earlier ones, whose order does not matter. */
    List<ChangeRule> changes(int total, Instant at, List<ChangeRule.Earlier> earlier) {
        return instrument.changes().stream()
                .filter(change -> change.fires(total, at, earlier))
                .toList();
    }

    /**
     * Records that the instrument could not be used.
     *
     * @param reason the code of a reason that the instrument knows
     * @param detail one line in words; required by some reasons
     * @throws InvalidInput at {@code reason} when the instrument does not know it, at {@code detail} when the words
     *     are missing, too long or hold control characters
     */
    public Result.NotAssessable notAssessable(String reason, @Nullable String detail) {
        var choices = instrument.notAssessable();
        var known = choices == null ? null : choices.reason(reason).orElse(null);
        if (known == null) {
            throw new InvalidInput("reason", "assessment.error.reason");
        }
        var words = known.detailRequired()
                ? FreeText.requireLine("detail", detail, FreeText.LINE)
                : FreeText.optionalLine("detail", detail, FreeText.LINE);
        return new Result.NotAssessable(reason, words);
    }

    /**
     * The values of the items that follow from a measurement, such as the pulse item of COWS from the heart rate.
     * Items whose measurement is missing are absent. A proposal: the rater may answer otherwise.
     */
    public Map<String, Integer> derive(VitalSigns signs) {
        var derived = new HashMap<String, Integer>();
        for (var item : instrument.items()) {
            var derivation = item.derivedFrom();
            var measured = derivation == null ? null : signs.measured(derivation.sign());
            if (derivation != null && measured != null) {
                derived.put(item.code(), derivation.of(measured));
            }
        }
        return Map.copyOf(derived);
    }

    private Result.Scored scored(
            Map<String, ? extends @Nullable Integer> values, Map<String, Integer> counted, List<ItemAlert> alerts) {
        var parts = instrument.parts().stream()
                .flatMap(part -> part(part, counted).stream())
                .toList();
        if (instrument.maximum() == null) {
            var outcome = instrument.outcomes().stream()
                    .filter(one -> one.holds(values))
                    .findFirst()
                    .orElse(null);
            return new Result.Scored(null, outcome, null, parts, alerts, List.of());
        }
        var total = instrument.items().stream()
                .filter(InstrumentItem::counts)
                .mapToInt(item -> counted.getOrDefault(item.code(), 0))
                .sum();
        var actions = instrument.actions().stream()
                .filter(action -> action.calledForBy(total))
                .toList();
        return new Result.Scored(
                total,
                profile == null ? null : profile.of(total),
                profile == null ? null : profile.code(),
                parts,
                alerts,
                actions);
    }

    // One whose items were not asked says nothing, not even 0
    private static Optional<Result.Part> part(SubScore part, Map<String, Integer> counted) {
        var items = part.items().stream().filter(counted::containsKey).toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var total = part.of(items.stream().mapToInt(counted::get));
        return Optional.of(new Result.Part(part, total, part.band(total).orElse(null)));
    }

    private void refuseForeign(Map<String, ? extends @Nullable Integer> values) {
        values.forEach((code, value) -> {
            var item = instrument
                    .item(code)
                    .orElseThrow(() -> new InvalidInput(code, "assessment.error.unknown-item", code));
            if (value != null && !item.allows(value)) {
                throw refused(item, value);
            }
        });
    }

    private static InvalidInput refused(InstrumentItem item, int value) {
        var range = item.range();
        if (range != null) {
            return new InvalidInput(
                    item.code(),
                    "assessment.error.out-of-range",
                    range.number(range.lowest()).toPlainString(),
                    range.number(range.highest()).toPlainString());
        }
        var allowed = item.allowed().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new InvalidInput(item.code(), "assessment.error.value-not-allowed", value, allowed);
    }
}
