package org.relais.oversight.ui;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.audit.AccessAction;
import org.relais.shared.CentreId;
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

    /** Whether anything but the time narrows the log. */
    boolean narrows() {
        return !period(Period.TODAY).equals(TODAY);
    }
}
