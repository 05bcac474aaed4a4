package org.relais.plan;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The decisions of team meetings that come back to the member of staff, one line a meeting. */
@Component
class MeetingToday implements TodaySource {

    private static final int MOST = 5;

    private final MeetingTable table;
    private final PlanDays days;
    private final AccessService access;

    MeetingToday(MeetingTable table, PlanDays days, AccessService access) {
        this.table = table;
        this.days = days;
        this.access = access;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        return table.mine(scope, MOST).stream()
                .map(mine -> new TodayItem(
                        TodayItem.Kind.DUE,
                        scope.actor().role().discipline(),
                        null,
                        mine.decisions() == 1
                                ? TaskTitle.key("plan.meeting.today.one")
                                : TaskTitle.key("plan.meeting.today", Integer.toString(mine.decisions())),
                        days.endOf(mine.centre(), mine.dueOn()),
                        mine.dueOn(),
                        mine.centre(),
                        MeetingRoutes.meeting(mine.meeting())))
                .toList();
    }
}
