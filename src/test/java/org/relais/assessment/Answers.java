package org.relais.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Builds forms for tests. */
final class Answers {

    private Answers() {}

    /** "2 - 1 DRINK=10": values for the items in their order, a dash for one left open, and items by their code. */
    static Map<String, Integer> of(Instrument instrument, String written) {
        var values = new LinkedHashMap<String, Integer>();
        int place = 0;
        for (var word : written.strip().split("\\s+")) {
            if (word.contains("=")) {
                var parts = word.split("=");
                values.put(parts[0], Integer.valueOf(parts[1]));
            } else if (!word.isEmpty()) {
                if (!word.equals("-")) {
                    values.put(instrument.items().get(place).code(), Integer.valueOf(word));
                }
                place++;
            }
        }
        return values;
    }

    /** Any full form: each asked item answered with one of its values. */
    static Map<String, Integer> any(Instrument instrument, Random random) {
        var values = new LinkedHashMap<String, Integer>();
        for (var item : instrument.items()) {
            if (!Scoring.of(instrument).asked(values).closed().contains(item.code())) {
                var range = item.range();
                values.put(
                        item.code(),
                        range == null
                                ? item.allowed()
                                        .get(random.nextInt(item.values().size()))
                                : random.nextInt(range.lowest(), range.highest() + 1));
            }
        }
        return values;
    }

    /** Values of these items that together count so much; each has one. */
    static Optional<Map<String, Integer>> counting(List<InstrumentItem> items, int total) {
        if (items.isEmpty()) {
            return total == 0 ? Optional.of(new HashMap<>()) : Optional.empty();
        }
        var item = items.getFirst();
        return choices(item)
                .filter(value -> item.counted(value) <= total)
                .mapToObj(value -> counting(items.subList(1, items.size()), total - item.counted(value))
                        .map(rest -> {
                            rest.put(item.code(), value);
                            return rest;
                        }))
                .flatMap(Optional::stream)
                .findFirst();
    }

    // The highest first, so that the search ends soon
    private static IntStream choices(InstrumentItem item) {
        var range = item.range();
        return range == null
                ? item.allowed().reversed().stream().mapToInt(Integer::intValue)
                : IntStream.rangeClosed(range.lowest(), range.highest());
    }
}
