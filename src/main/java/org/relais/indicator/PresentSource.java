package org.relais.indicator;

import java.util.List;
import java.util.Set;

import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.CentreId;

/**
 * Contributed by a room, as a bean: what stands so now, read from its own rows. The number of its statements does not
 * depend on how much there is.
 */
public interface PresentSource {

    /** Such as {@code WAITING}; its words are texts under {@code indicator.now.<code>}. */
    String code();

    /** The row of the policy matrix that says who may learn whom it is about. */
    Section section();

    /**
     * Everything in some centres, without the people who are hidden from the asker, the longest first.
     *
     * @param scope over the reports
     * @param centres some of the scope's
     */
    List<PresentItem> items(Scope scope, Set<CentreId> centres);
}
