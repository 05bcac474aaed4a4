package org.relais.indicator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;

/**
 * The figures of all centres over a calendar year and the year before it.
 *
 * @param asOf up to when everything that was entered is in them; null before they were summed up for the first time
 * @param rule what is shown
 * @param centres by name
 * @param definitions every indicator, in its order
 * @param available the codes of those whose facts are contributed
 * @param tables by code
 * @param before the same of the year before
 */
public record NetworkYear(
        int year,
        @Nullable Instant asOf,
        NetworkRule rule,
        List<Centre> centres,
        List<IndicatorRule> definitions,
        Set<String> available,
        Map<String, NetworkTable> tables,
        Map<String, NetworkTable> before) {

    public NetworkYear {
        centres = List.copyOf(centres);
        definitions = List.copyOf(definitions);
        available = Set.copyOf(available);
        tables = Map.copyOf(tables);
        before = Map.copyOf(before);
    }
}
