package org.relais.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.audit.AccessAction;
import org.relais.audit.AccessEvent;
import org.relais.audit.AccessLog;
import org.relais.audit.LegalBasis;
import org.relais.shared.CentreId;
import org.relais.staff.CurrentStaff;

/** Writes into the access log what leaves the portal or comes in as a whole. */
@Component
class DirectoryLog {

    private static final String SECTION = "DIRECTORY";

    private final AccessLog log;
    private final CurrentStaff current;

    DirectoryLog(AccessLog log, CurrentStaff current) {
        this.log = log;
        this.current = current;
    }

    /** In the transaction of the act. */
    void within(AccessAction action, String what) {
        log.appendWithin(event(action, what));
    }

    /** Committed before anything leaves. */
    void before(AccessAction action, String what) {
        log.append(event(action, what));
    }

    private AccessEvent event(AccessAction action, String what) {
        var actor = current.require();
        @Nullable
        CentreId centre =
                actor.centres().size() == 1 ? actor.centres().iterator().next() : null;
        return new AccessEvent(
                        actor.id(),
                        actor.role().name(),
                        centre,
                        action,
                        null,
                        SECTION,
                        what,
                        null,
                        "ADMINISTRATION",
                        "role",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CONTROL);
    }
}
