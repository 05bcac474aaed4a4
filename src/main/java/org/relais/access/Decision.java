package org.relais.access;

import java.util.Map;
import java.util.Set;

import org.relais.shared.CentreId;

/**
 * What was decided.
 *
 * @param basis what it rests on, for the log
 */
record Decision(
        boolean allowed,
        String basis,
        Map<Section, Level> levels,
        Set<Section> writable,
        Set<CentreId> centres,
        boolean shared,
        long personVersion) {

    static Decision denied(String basis) {
        return new Decision(false, basis, Map.of(), Set.of(), Set.of(), false, 0);
    }
}
