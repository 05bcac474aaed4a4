package org.relais.person;

import java.util.List;

import org.relais.access.Grant;

/** Contributed by a room above, as a bean: what two records hold that does not go well together, before they are merged. */
public interface MergeWarnings {

    /**
     * Nothing where nothing speaks against it.
     *
     * @param surviving to write in the administrative section
     * @param absorbed the same for the other record
     */
    List<MergeWarning> between(Grant surviving, Grant absorbed);
}
