package org.relais.audit;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * What is asked of the access log; each part may be missing.
 *
 * @param person whose record it was, or who was named on the page
 * @param staff who acted
 * @param centre for which centre they acted
 * @param role the role in which they acted
 * @param basis what the decision rested on
 * @param allowed whether it was allowed
 * @param from from this moment on
 * @param until before this moment
 */
public record LogFilter(
        @Nullable PersonId person,
        @Nullable StaffId staff,
        @Nullable CentreId centre,
        @Nullable String role,
        @Nullable AccessAction action,
        @Nullable String basis,
        @Nullable Boolean allowed,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** The whole log. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null, null, null);

    /** Everything about one record. */
    public static LogFilter of(PersonId person) {
        return new LogFilter(person, null, null, null, null, null, null, null, null);
    }

    /** The same within a time. */
    public LogFilter within(@Nullable Instant from, @Nullable Instant until) {
        return new LogFilter(person, staff, centre, role, action, basis, allowed, from, until);
    }

    /** Whether a row that the database gave for the person and the time is also what the rest asks for. */
    boolean keeps(LoggedAccess row) {
        return same(staff, row.actor())
                && same(centre, row.actorCentre())
                && same(role, row.actorRole())
                && same(action, row.action())
                && same(basis, row.basis())
                && same(allowed, row.allowed());
    }

    private static boolean same(@Nullable Object asked, @Nullable Object found) {
        return asked == null || Objects.equals(asked, found);
    }
}
