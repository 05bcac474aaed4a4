package org.relais.oversight;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.audit.LoggedAccess;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * What a rule found in an access, before it is stored.
 *
 * @param person null where the rule is about no one person
 * @param records how many records, where the rule counts them
 */
record NewFinding(
        UnusualAccessRule rule,
        LoggedAccess access,
        StaffId actor,
        @Nullable PersonId person,
        @Nullable CentreId centre,
        LocalDate serviceDay,
        @Nullable Integer records) {

    Key key() {
        return new Key(rule.rule().code(), actor, person, serviceDay);
    }

    /** Once a rule, member of staff, person and service day. */
    record Key(String rule, StaffId actor, @Nullable PersonId person, LocalDate serviceDay) {}
}
