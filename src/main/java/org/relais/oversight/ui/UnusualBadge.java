package org.relais.oversight.ui;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.oversight.OversightRoutes;
import org.relais.oversight.UnusualAccesses;
import org.relais.staff.CurrentStaff;
import org.relais.uikit.MenuBadge;

/** How many unusual accesses nobody has concluded. */
@Component
class UnusualBadge implements MenuBadge {

    private final AccessService access;
    private final CurrentStaff current;
    private final UnusualAccesses unusual;

    UnusualBadge(AccessService access, CurrentStaff current, UnusualAccesses unusual) {
        this.access = access;
        this.current = current;
        this.unusual = unusual;
    }

    @Override
    public String path() {
        return OversightRoutes.UNUSUAL;
    }

    @Override
    public OptionalInt count() {
        if (current.find().isEmpty() || !access.roleOpens(Section.AUDIT_LOG)) {
            return OptionalInt.empty();
        }
        var waiting = unusual.waiting(access.scope(Section.AUDIT_LOG, Purpose.CONTROL, null));
        return waiting == 0 ? OptionalInt.empty() : OptionalInt.of(waiting);
    }
}
