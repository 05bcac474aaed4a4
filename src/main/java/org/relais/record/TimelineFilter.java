package org.relais.record;

import java.util.Set;

import org.relais.shared.Discipline;

/**
 * Which entries are wanted.
 *
 * @param disciplines any of these; empty for all
 * @param types any of these, {@code <room>.<type>}; empty for all. Entries of which only the existence may be known
 *     have no type and are left out
 */
public record TimelineFilter(Set<Discipline> disciplines, Set<String> types) {

    /** Everything that may be known. */
    public static final TimelineFilter ALL = new TimelineFilter(Set.of(), Set.of());

    public TimelineFilter {
        disciplines = Set.copyOf(disciplines);
        types = Set.copyOf(types);
    }

    public boolean isEmpty() {
        return disciplines.isEmpty() && types.isEmpty();
    }
}
