package org.relais.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Concept;
import org.relais.exchange.referral.IncomingPrescription.Dosage;
import org.relais.exchange.referral.Mention;
import org.relais.exchange.referral.ObservationValue;
import org.relais.exchange.referral.PointInTime;
import org.relais.exchange.referral.Quantity;
import org.relais.history.GivenCode;
import org.relais.history.GivenTime;
import org.relais.history.GivenValue;

/** Values of a referral as the history holds them: as given, in the words of the source, in no language of ours. */
final class FactWords {

    private FactWords() {}

    /** The first code and the words for the whole. */
    static GivenCode code(Concept concept) {
        var first = concept.codes().stream()
                .filter(code -> code.code() != null)
                .findFirst()
                .orElse(null);
        return new GivenCode(
                first == null ? null : first.system(), first == null ? null : first.code(), concept.words());
    }

    static @Nullable GivenTime time(@Nullable PointInTime time) {
        return time == null
                ? null
                : new GivenTime(
                        time.at(), GivenTime.Precision.valueOf(time.precision().name()));
    }

    /** A time in figures, to stand within a text. */
    static @Nullable String figures(@Nullable PointInTime time) {
        if (time == null) {
            return null;
        }
        var text = time.at().toString();
        return switch (time.precision()) {
            case YEAR -> text.substring(0, 4);
            case MONTH -> text.substring(0, 7);
            case DAY -> text.substring(0, 10);
            case TIME -> text.substring(0, 16).replace('T', ' ') + "Z";
        };
    }

    static @Nullable GivenValue value(@Nullable ObservationValue value) {
        return switch (value) {
            case null -> null;
            case ObservationValue.Measured(var quantity) ->
                new GivenValue(quantity.value(), quantity.comparator(), unit(quantity), null);
            case ObservationValue.Coded(var concept) -> GivenValue.of(concept.words());
            case ObservationValue.Worded(var text) -> GivenValue.of(text);
            case ObservationValue.YesOrNo(var yes) -> GivenValue.of(String.valueOf(yes));
            case ObservationValue.Between(var low, var high) ->
                GivenValue.of(ends(quantity(low), " – ", quantity(high)));
            case ObservationValue.Ratio(var numerator, var denominator) ->
                GivenValue.of(ends(quantity(numerator), " : ", quantity(denominator)));
            case ObservationValue.At(var time) -> GivenValue.of(String.valueOf(figures(time)));
            case ObservationValue.TimeOfDay(var time) -> GivenValue.of(time.toString());
            case ObservationValue.Lasting(var start, var end) ->
                GivenValue.of(ends(figures(start), " – ", figures(end)));
        };
    }

    static @Nullable String quantity(@Nullable Quantity quantity) {
        if (quantity == null) {
            return null;
        }
        var unit = unit(quantity);
        return (quantity.comparator() == null ? "" : quantity.comparator() + " ")
                + quantity.value().toPlainString()
                + (unit == null ? "" : "\u00a0" + unit);
    }

    static @Nullable String dosage(List<Dosage> dosages) {
        return lines(dosages.stream().map(FactWords::dosage).toList());
    }

    /** Words after words, none twice; null when there are none. */
    static @Nullable String list(Collection<@Nullable String> words) {
        return joined(words, ", ");
    }

    static @Nullable String lines(Collection<@Nullable String> words) {
        return joined(words, "\n");
    }

    static List<@Nullable String> concepts(Collection<Concept> concepts) {
        return concepts.stream().<@Nullable String>map(Concept::words).toList();
    }

    static List<@Nullable String> mentions(Collection<Mention> mentions) {
        return mentions.stream().<@Nullable String>map(Mention::text).toList();
    }

    static @Nullable String text(@Nullable Mention mention) {
        return mention == null ? null : mention.text();
    }

    static @Nullable String words(@Nullable Concept concept) {
        return concept == null || concept.words().isBlank() ? null : concept.words();
    }

    @SafeVarargs
    static <T extends @Nullable Object> List<T> both(Collection<T>... lists) {
        return Stream.of(lists).flatMap(Collection::stream).toList();
    }

    private static @Nullable String dosage(Dosage dosage) {
        var words = new ArrayList<@Nullable String>();
        words.add(dosage.text());
        words.add(dosage.doses().stream().map(FactWords::quantity).distinct().collect(Collectors.joining(" – ")));
        if (dosage.frequency() != null && dosage.period() != null && dosage.periodUnit() != null) {
            words.add(dosage.frequency() + " / " + dosage.period().toPlainString() + "\u00a0" + dosage.periodUnit());
        }
        words.add(words(dosage.route()));
        words.addAll(concepts(dosage.instructions()));
        if (Boolean.TRUE.equals(dosage.asNeeded())) {
            words.add("PRN");
        }
        return list(words);
    }

    private static @Nullable String unit(Quantity quantity) {
        return quantity.unit() != null ? quantity.unit() : quantity.code();
    }

    private static String ends(@Nullable String first, String between, @Nullable String second) {
        return (first == null ? "…" : first) + between + (second == null ? "…" : second);
    }

    private static @Nullable String joined(Collection<@Nullable String> words, String between) {
        var text = words.stream()
                .filter(word -> word != null && !word.isBlank())
                .distinct()
                .collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
