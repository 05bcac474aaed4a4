package org.relais.detox;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.Discipline;
import org.relais.staff.Role;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The hand-overs that wait for a signature, on the day of the nurses of the ward but the one who gave them. */
@Component
class HandOverToday implements TodaySource {

    private final HandOvers handOvers;
    private final AccessService access;

    HandOverToday(HandOvers handOvers, AccessService access) {
        this.handOvers = handOvers;
        this.access = access;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        var me = scope.actor();
        if (me.role() != Role.NURSE) {
            return List.of();
        }
        return handOvers.waiting(scope).stream()
                .filter(given -> !given.givenBy().equals(me.id()) && me.worksIn(given.centre(), given.unit()))
                .map(given -> new TodayItem(
                        TodayItem.Kind.TO_SIGN,
                        Discipline.MEDICAL,
                        null,
                        TaskTitle.key("detox.hand-over.today"),
                        given.givenAt(),
                        given.centre(),
                        DetoxRoutes.handOver(given.unit())))
                .toList();
    }
}
