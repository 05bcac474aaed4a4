package org.relais.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.access.Scope;
import org.relais.shared.PersonId;

/**
 * Contributed by a room, as a bean: how what it holds counts in the indicators (domain reference H.3). What it says is
 * worked out from the room's own rows each time, so that a correction, a late entry, a merge or an episode entered in
 * error needs no act of its own: whoever changes something of a person is asked for that person again.
 */
public interface FactSource {

    /** The figures it contributes; no other source contributes one of them. */
    Set<String> figures();

    /**
     * All facts about some people as they stand now, over their whole time. Facts of the future may be among them;
     * they count from their day on.
     *
     * @param scope of the named task that sums up; nobody else may ask
     */
    List<Fact> facts(Scope scope, Collection<PersonId> people);

    /**
     * Everybody there may be facts about, in the order of their ids.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<PersonId> people(Scope scope, @Nullable PersonId after, int most);

    /** Whose facts change with time alone, such as somebody under observation; few. */
    default Set<PersonId> moving(Scope scope) {
        return Set.of();
    }

    /** The facts about nobody, such as the beds of a unit; few enough to be worked out anew each time. */
    default List<Fact> standing(Scope scope) {
        return List.of();
    }
}
