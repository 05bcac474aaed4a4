package org.relais.escalation.ui;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.escalation.EscalationRoutes;
import org.relais.uikit.MenuBadge;

/** How many alarms are open in one's centres, beside their menu entry. */
@Component
class AlarmBadge implements MenuBadge {

    private final AlarmDesk desk;

    AlarmBadge(AlarmDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return EscalationRoutes.LIST;
    }

    @Override
    public OptionalInt count() {
        if (!desk.answers()) {
            return OptionalInt.empty();
        }
        var scope = desk.list(Section.MEDICAL);
        var open = scope.level() == Level.READ ? desk.escalations().countOpen(scope) : 0;
        return open == 0 ? OptionalInt.empty() : OptionalInt.of(open);
    }

    @Override
    public boolean urgent() {
        return true;
    }
}
