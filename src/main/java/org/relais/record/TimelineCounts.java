package org.relais.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.relais.shared.Discipline;
import org.relais.shared.StaffId;

/**
 * How many entries the grant shows, amendments not counted.
 *
 * @param disciplines every entry, by discipline
 * @param types by type, without those of which only the existence may be known
 * @param lastWrote when each author's newest entry was, without those of which only the existence may be known
 */
public record TimelineCounts(
        Map<Discipline, Integer> disciplines, Map<String, Integer> types, Map<StaffId, Instant> lastWrote) {

    public TimelineCounts {
        disciplines = Map.copyOf(disciplines);
        types = Map.copyOf(types);
        lastWrote = Map.copyOf(lastWrote);
    }

    public int total() {
        return disciplines.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Who wrote since then, the last one first. */
    public List<StaffId> authorsSince(Instant since) {
        return lastWrote.entrySet().stream()
                .filter(author -> author.getValue().isAfter(since))
                .sorted(Map.Entry.<StaffId, Instant>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
