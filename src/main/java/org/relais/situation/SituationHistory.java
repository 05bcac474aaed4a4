package org.relais.situation;

import java.util.List;
import java.util.Map;

/**
 * A person's states over time, as far as the reader sees them.
 *
 * @param periods of each kind that was asked, the latest first
 * @param corrected what was wrong and what only takes back, the latest first
 * @param withheld whether there are others that the reader does not see
 */
public record SituationHistory(Map<StateKind, List<StatePeriod>> periods, List<StateRow> corrected, boolean withheld) {

    public SituationHistory {
        periods = Map.copyOf(periods);
        corrected = List.copyOf(corrected);
    }

    public List<StatePeriod> of(StateKind kind) {
        return periods.getOrDefault(kind, List.of());
    }

    public boolean isEmpty() {
        return periods.isEmpty() && corrected.isEmpty();
    }
}
