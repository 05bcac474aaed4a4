package org.relais.person;

import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.relais.access.Scope;
import org.relais.shared.PersonId;

/** The condition of a statement with places for its parameters that leaves out whom the scope does not know. */
final class Hidden {

    private Hidden() {}

    /** To be added to a WHERE; nothing when the scope hides nobody. */
    static String condition(Scope scope, String column) {
        var places = Collections.nCopies(scope.hidden().size(), "?");
        return places.isEmpty() ? "" : " AND " + column + " NOT IN (" + String.join(",", places) + ")";
    }

    static List<UUID> parameters(Scope scope) {
        return scope.hidden().stream().map(PersonId::value).toList();
    }
}
