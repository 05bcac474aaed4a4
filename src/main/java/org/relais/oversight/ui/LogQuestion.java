package org.relais.oversight.ui;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.audit.AccessAction;
import org.relais.audit.LogFilter;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.Role;

/**
 * What the page of the log asks, as the reader chose it and the address holds it; each part may be missing.
 *
 * @param record the number of a record
 * @param from the first day, when the period is between days
 * @param until the last day, inclusive
 */
record LogQuestion(
        @Nullable String record,
        @Nullable StaffId staff,
        @Nullable CentreId centre,
        @Nullable Role role,
        @Nullable AccessAction action,
        @Nullable String basis,
        @Nullable Boolean allowed,
        Period period,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What the page opens with. */
    static final LogQuestion TODAY =
            new LogQuestion(null, null, null, null, null, null, null, Period.TODAY, null, null);

    /** Everything about one record, since the log began. */
    static LogQuestion about(String record) {
        return new LogQuestion(record, null, null, null, null, null, null, Period.ALL, null, null);
    }

    /** Everything one member of staff did, since the log began. */
    static LogQuestion by(StaffId staff) {
        return new LogQuestion(null, staff, null, null, null, null, null, Period.ALL, null, null);
    }

    LogQuestion record(@Nullable String other) {
        return new LogQuestion(other, staff, centre, role, action, basis, allowed, period, from, until);
    }

    LogQuestion staff(@Nullable StaffId other) {
        return new LogQuestion(record, other, centre, role, action, basis, allowed, period, from, until);
    }

    LogQuestion centre(@Nullable CentreId other) {
        return new LogQuestion(record, staff, other, role, action, basis, allowed, period, from, until);
    }

    LogQuestion role(@Nullable Role other) {
        return new LogQuestion(record, staff, centre, other, action, basis, allowed, period, from, until);
    }

    LogQuestion action(@Nullable AccessAction other) {
        return new LogQuestion(record, staff, centre, role, other, basis, allowed, period, from, until);
    }

    LogQuestion basis(@Nullable String other) {
        return new LogQuestion(record, staff, centre, role, action, other, allowed, period, from, until);
    }

    LogQuestion allowed(@Nullable Boolean other) {
        return new LogQuestion(record, staff, centre, role, action, basis, other, period, from, until);
    }

    LogQuestion period(Period other) {
        return new LogQuestion(record, staff, centre, role, action, basis, allowed, other, null, null);
    }

    LogQuestion days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new LogQuestion(record, staff, centre, role, action, basis, allowed, Period.DAYS, first, last);
    }

    /**
     * The same as the log understands it.
     *
     * @param person whose record has the number that is asked for
     */
    LogFilter filter(LogWords words, @Nullable PersonId person) {
        return new LogFilter(
                person,
                staff,
                centre,
                role == null ? null : role.name(),
                action,
                basis,
                allowed,
                start(words),
                until == null ? null : words.startOf(until.plusDays(1)));
    }

    private @Nullable Instant start(LogWords words) {
        var today = words.today();
        return switch (period) {
            case TODAY -> words.startOf(today);
            case WEEK -> words.startOf(today.minusDays(6));
            case MONTH -> words.startOf(today.minusDays(29));
            case DAYS -> from == null ? null : words.startOf(from);
            case ALL -> null;
        };
    }
}
