package org.relais.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.relais.access.Scope;
import org.relais.shared.PersonId;

/** Contributed by a room, as a bean: what it says of the people of a caseload. At most one SQL each. */
public interface CaseFlagSource {

    /**
     * The flags of these people, the most pressing first; nothing for a person of whom there is nothing to say, or of
     * whom the actor's role or a lock lets nothing be said. The people were logged before.
     *
     * @param scope over the administrative section, for care
     */
    Map<PersonId, List<CaseFlag>> flags(Scope scope, Collection<PersonId> people);
}
