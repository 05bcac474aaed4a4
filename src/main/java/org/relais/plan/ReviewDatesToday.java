package org.relais.plan;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The reviews of plans that are due or come up, for whoever set their day or looks after a goal. */
@Component
class ReviewDatesToday implements TodaySource {

    private static final int MOST = 30;

    private final ReviewDates dates;
    private final PlanDays days;
    private final AccessService access;

    ReviewDatesToday(ReviewDates dates, PlanDays days, AccessService access) {
        this.dates = dates;
        this.days = days;
        this.access = access;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleWrites(Section.PLAN)) {
            return List.of();
        }
        return dates.mine(scope, day.plusDays(dates.rule().comingUpDays()), MOST).stream()
                .map(due -> new TodayItem(
                        TodayItem.Kind.DUE,
                        scope.actor().role().discipline(),
                        due.person(),
                        TaskTitle.key("plan.review.today"),
                        days.endOf(due.centre(), due.dueOn()),
                        due.dueOn(),
                        due.centre(),
                        PersonRoutes.record(due.person(), MeetingRoutes.REVIEWS)))
                .toList();
    }
}
