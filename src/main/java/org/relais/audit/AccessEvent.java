package org.relais.audit;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One row of the access log, before it is written. Holds ids and closed words only.
 *
 * @param actor who acted; null for a named background task, whose name is then the role
 * @param actorRole the role in which they acted
 * @param actorCentre the centre they act for, when there is one
 * @param person whose record it is; null for a list
 * @param section the section of the policy matrix
 * @param resourceType what kind of thing, such as {@code note}; no titles
 * @param resource which one, when it is one
 * @param purpose why the actor may
 * @param basis what the decision rested on, such as {@code relation} or {@code consent}
 * @param allowed whether it was allowed; a refusal is a row too
 * @param queryHash keyed hash of what was asked, for searches
 * @param shown the people named on the page, for {@link AccessAction#SHOW}
 */
public record AccessEvent(
        @Nullable StaffId actor,
        String actorRole,
        @Nullable CentreId actorCentre,
        AccessAction action,
        @Nullable PersonId person,
        String section,
        @Nullable String resourceType,
        @Nullable UUID resource,
        String purpose,
        @Nullable String basis,
        boolean allowed,
        @Nullable String queryHash,
        List<PersonId> shown) {

    public AccessEvent {
        shown = List.copyOf(shown);
    }
}
