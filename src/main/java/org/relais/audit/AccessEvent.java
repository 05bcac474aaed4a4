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
 * @param personCentre where the person's record is led, when that is one centre
 * @param reason a closed word for why, such as the reason of an emergency access
 * @param legalBasis the ground it stands on; see {@link LegalBasis}
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
        List<PersonId> shown,
        @Nullable CentreId personCentre,
        @Nullable String reason,
        @Nullable LegalBasis legalBasis) {

    public AccessEvent {
        shown = List.copyOf(shown);
    }

    /** A row that says nothing of centre, reason and ground; the methods below add them. */
    public AccessEvent(
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
        this(
                actor,
                actorRole,
                actorCentre,
                action,
                person,
                section,
                resourceType,
                resource,
                purpose,
                basis,
                allowed,
                queryHash,
                shown,
                null,
                null,
                null);
    }

    /** The same, for a record led by that centre. */
    public AccessEvent at(@Nullable CentreId centre) {
        return with(centre, reason, legalBasis);
    }

    /** The same, for that reason. */
    public AccessEvent because(String word) {
        return with(personCentre, word, legalBasis);
    }

    /** The same, on that ground. */
    public AccessEvent under(@Nullable LegalBasis ground) {
        return with(personCentre, reason, ground);
    }

    private AccessEvent with(@Nullable CentreId centre, @Nullable String word, @Nullable LegalBasis ground) {
        return new AccessEvent(
                actor,
                actorRole,
                actorCentre,
                action,
                person,
                section,
                resourceType,
                resource,
                purpose,
                basis,
                allowed,
                queryHash,
                shown,
                centre,
                word,
                ground);
    }
}
