package org.relais.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.VitalSigns;

/** Believable values of the instruments and vital signs for a wanted total. */
final class Ratings {

    private static final Map<String, List<Integer>> CIWA = ciwa();
    private static final Map<String, List<Integer>> COWS = cows();

    private Ratings() {}

    /** @param total at most 30 */
    static Map<String, Integer> ciwa(int total, RandomGenerator random) {
        return spread(CIWA, total, random);
    }

    /** As near to the total as the allowed values come. */
    static Map<String, Integer> cows(int total, RandomGenerator random) {
        return spread(COWS, total, random);
    }

    /** @param strain 0 at rest to 10 in severe withdrawal */
    static VitalSigns vitals(int strain, RandomGenerator random) {
        var systolic = 116 + strain * 4 + random.nextInt(9);
        return new VitalSigns(
                66 + strain * 4 + random.nextInt(8),
                systolic,
                systolic - 44 - random.nextInt(10),
                14 + strain / 3 + random.nextInt(3),
                96 + random.nextInt(4),
                InhaledGas.AIR,
                BigDecimal.valueOf(364 + strain + random.nextInt(6), 1),
                Consciousness.ALERT,
                null,
                null);
    }

    // Raises one item after the other by its next allowed step while the total is not passed.
    private static Map<String, Integer> spread(Map<String, List<Integer>> allowed, int total, RandomGenerator random) {
        var values = new LinkedHashMap<String, Integer>();
        allowed.keySet().forEach(item -> values.put(item, 0));
        var sum = 0;
        var open = new ArrayList<>(allowed.entrySet());
        while (sum < total && !open.isEmpty()) {
            var item = open.get(random.nextInt(open.size()));
            var steps = item.getValue();
            int now = values.getOrDefault(item.getKey(), 0);
            var next = steps.indexOf(now) + 1;
            if (next >= steps.size() || sum - now + steps.get(next) > total) {
                open.remove(item);
                continue;
            }
            sum += steps.get(next) - now;
            values.put(item.getKey(), steps.get(next));
        }
        return values;
    }

    private static Map<String, List<Integer>> ciwa() {
        var items = new LinkedHashMap<String, List<Integer>>();
        for (var item : List.of("NAUSEA", "TREMOR", "SWEATS", "ANXIETY", "AGITATION", "HEADACHE")) {
            items.put(item, List.of(0, 1, 2, 3, 4, 5));
        }
        for (var item : List.of("TACTILE", "AUDITORY", "VISUAL", "ORIENTATION")) {
            items.put(item, List.of(0));
        }
        return items;
    }

    private static Map<String, List<Integer>> cows() {
        var items = new LinkedHashMap<String, List<Integer>>();
        items.put("PULSE", List.of(0, 1, 2));
        items.put("SWEATING", List.of(0, 1, 2, 3));
        items.put("RESTLESSNESS", List.of(0, 1, 3));
        items.put("PUPILS", List.of(0, 1, 2));
        items.put("ACHES", List.of(0, 1, 2));
        items.put("NOSE_EYES", List.of(0, 1, 2));
        items.put("GASTROINTESTINAL", List.of(0, 1, 2));
        items.put("TREMOR", List.of(0, 1, 2));
        items.put("YAWNING", List.of(0, 1, 2));
        items.put("ANXIETY", List.of(0, 1, 2));
        items.put("GOOSEFLESH", List.of(0, 3));
        return items;
    }
}
