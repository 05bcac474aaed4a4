package org.relais.situation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.NeedId;
import org.relais.shared.PersonId;

/**
 * One rated domain of a signed rating.
 *
 * @param centre that rated it
 * @param dueOn where it calls for something at once: the service day by which; null otherwise
 * @param answered whether something was done about it since, or it was rated better
 */
public record Need(
        NeedId id,
        PersonId person,
        CentreId centre,
        NeedDomain domain,
        NeedAnswer answer,
        @Nullable LocalDate dueOn,
        boolean answered) {

    public int level() {
        return answer.level();
    }

    /** Whether it calls for something at once and nothing was done yet. */
    public boolean waits() {
        return dueOn != null && !answered;
    }
}
