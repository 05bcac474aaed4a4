package org.relais.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final BandProfile profile;

    private Scoring(Instrument instrument, BandProfile profile) {
        this.instrument = instrument;
        this.profile = profile;
    }

    /** Scoring with the instrument's default profile. */
    public static Scoring of(Instrument instrument) {
        return new Scoring(instrument, instrument.defaultProfile());
    }

    /**
     * Scoring with a named profile.
     *
     * @throws InvalidInput at {@code profile} when the instrument has no such profile
     */
    public static Scoring of(Instrument instrument, String profile) {
        return new Scoring(
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
     * @throws InvalidInput at the item's code when the instrument has no such item or does not allow the value
     */
    public Result score(Map<String, ? extends @Nullable Integer> values) {
        refuseForeign(values);
        var counted = new HashMap<String, Integer>();
        var missing = new ArrayList<String>();
        for (var item : instrument.items()) {
            var value = values.get(item.code());
            if (value != null) {
                counted.put(item.code(), value);
            } else if (item.skipped(counted)) {
                counted.put(item.code(), 0);
            } else {
                missing.add(item.code());
            }
        }
        var alerts = instrument.alerts().stream()
                .filter(alert -> alert.fires(values))
                .toList();
        return missing.isEmpty() ? scored(counted, alerts) : new Result.Incomplete(missing, alerts);
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

    private Result.Scored scored(Map<String, Integer> counted, List<ItemAlert> alerts) {
        var total = counted.values().stream().mapToInt(Integer::intValue).sum();
        var actions = instrument.actions().stream()
                .filter(action -> total >= action.atLeast())
                .toList();
        return new Result.Scored(total, profile.of(total), profile.code(), alerts, actions);
    }

    private void refuseForeign(Map<String, ? extends @Nullable Integer> values) {
        values.forEach((code, value) -> {
            var item = instrument
                    .item(code)
                    .orElseThrow(() -> new InvalidInput(code, "assessment.error.unknown-item", code));
            if (value != null && !item.allows(value)) {
                var allowed = item.allowed().stream().map(String::valueOf).collect(Collectors.joining(", "));
                throw new InvalidInput(code, "assessment.error.value-not-allowed", value, allowed);
            }
        });
    }
}
