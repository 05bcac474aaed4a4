package org.relais.record;

import java.util.Map;

import org.relais.shared.Discipline;

/**
 * How many entries the grant shows, amendments not counted.
 *
 * @param disciplines every entry, by discipline
 * @param types by type, without those of which only the existence may be known
 */
public record TimelineCounts(Map<Discipline, Integer> disciplines, Map<String, Integer> types) {

    public TimelineCounts {
        disciplines = Map.copyOf(disciplines);
        types = Map.copyOf(types);
    }

    public int total() {
        return disciplines.values().stream().mapToInt(Integer::intValue).sum();
    }
}
