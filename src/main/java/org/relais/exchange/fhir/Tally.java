package org.relais.exchange.fhir;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.relais.exchange.referral.LeftOut;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.exchange.referral.PartLeftOut;
import org.relais.exchange.referral.TypeCount;

/** Keeps the account of one file while it is read: every entry once, every part that was not taken. */
final class Tally {

    private final Map<String, Integer> inFile = new TreeMap<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Map<LeftOutReason, Integer>> leftOut = new TreeMap<>();
    private final Map<Part, Integer> parts = new TreeMap<>();

    /** Counts what lies in the file, before anything is decided about it. */
    Tally(List<Entry> entries) {
        entries.forEach(entry -> inFile.merge(entry.type(), 1, Integer::sum));
    }

    void taken(Entry entry) {
        taken.merge(entry.type(), 1, Integer::sum);
        Coverage.report(entry, this);
    }

    void leftOut(Entry entry, LeftOutReason reason) {
        leftOut.computeIfAbsent(entry.type(), type -> new EnumMap<>(LeftOutReason.class))
                .merge(reason, 1, Integer::sum);
    }

    void partLeftOut(String path, LeftOutReason reason) {
        parts.merge(new Part(path, reason), 1, Integer::sum);
    }

    List<TypeCount> counts() {
        return inFile.entrySet().stream()
                .map(type -> new TypeCount(
                        type.getKey(),
                        type.getValue(),
                        taken.getOrDefault(type.getKey(), 0),
                        leftOut.getOrDefault(type.getKey(), Map.of()).entrySet().stream()
                                .map(reason -> new LeftOut(reason.getKey(), reason.getValue()))
                                .toList()))
                .toList();
    }

    List<PartLeftOut> partsLeftOut() {
        return parts.entrySet().stream()
                .map(part -> new PartLeftOut(part.getKey().path(), part.getKey().reason(), part.getValue()))
                .toList();
    }

    private record Part(String path, LeftOutReason reason) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            var byPath = path.compareTo(other.path);
            return byPath != 0 ? byPath : reason.compareTo(other.reason);
        }
    }
}
