package org.relais.staff;

import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.audit.AccessAction;
import org.relais.audit.AccessEvent;
import org.relais.audit.AccessLog;
import org.relais.audit.LegalBasis;
import org.relais.shared.StaffId;

/** Writes who changed what of a colleague into the access log, in the transaction of the change: both or neither. */
@Component
class StaffLog {

    /** Who acts where nobody is signed in as a member of staff: when the first ones are entered. */
    private static final String NOBODY_YET = "staff-setup";

    private final AccessLog log;
    private final CurrentStaff current;

    StaffLog(AccessLog log, CurrentStaff current) {
        this.log = log;
        this.current = current;
    }

    /** @param change a closed word for what changed, with the new value where that is a closed word too */
    void write(AccessAction action, StaffId about, String change) {
        var actor = current.find();
        log.appendWithin(new AccessEvent(
                        actor.map(StaffMember::id).orElse(null),
                        actor.map(member -> member.role().name()).orElse(NOBODY_YET),
                        actor.filter(member -> member.centres().size() == 1)
                                .map(member -> member.centres().iterator().next())
                                .orElse(null),
                        action,
                        null,
                        StaffSetup.LOGGED_AS,
                        change,
                        about.value(),
                        "ADMINISTRATION",
                        "role",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CONTROL));
    }
}
