package org.relais.detox;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.AccessEvent;
import org.relais.audit.AccessLog;
import org.relais.audit.LegalBasis;
import org.relais.staff.StaffMember;

/** Writes what becomes of a display into the access log, in the transaction of the act: both or neither. */
@Component
class WallLog {

    private static final String TYPE = "wall-display";

    private final AccessLog log;

    WallLog(AccessLog log) {
        this.log = log;
    }

    /** @param actor null for the device itself */
    void write(AccessAction action, @Nullable StaffMember actor, WallDisplay display) {
        log.appendWithin(new AccessEvent(
                        actor == null ? null : actor.id(),
                        actor == null ? TYPE : actor.role().name(),
                        display.centre(),
                        action,
                        null,
                        Section.ADMINISTRATIVE.name(),
                        TYPE,
                        display.id().value(),
                        Purpose.CARE.name(),
                        actor == null ? "task" : "role",
                        true,
                        null,
                        List.of())
                .under(LegalBasis.CONTROL));
    }
}
