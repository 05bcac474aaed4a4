package org.relais.situation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.shared.Discipline;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * The rights whose day comes near, for the "my day" of those who follow them: granted ones and appeals from the first
 * reminder on, requests from the last one on. A line does not say which right it is. People who locked the section are
 * left out.
 */
@Component
class RightsToday implements TodaySource {

    private static final int MOST = 100;

    private final RightTable table;
    private final AccessService access;
    private final SituationLists lists;
    private final SituationDays days;

    RightsToday(RightTable table, AccessService access, SituationLists lists, SituationDays days) {
        this.table = table;
        this.access = access;
        this.lists = lists;
        this.days = days;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleWrites(Section.SOCIAL) || scope.centres().isEmpty()) {
            return List.of();
        }
        var list = lists.rights();
        return table.dueUnlocked(scope, today -> today.plusDays(list.firstReminder()), MOST).stream()
                .filter(row -> calls(row, list))
                .map(this::item)
                .toList();
    }

    private static boolean calls(RightRow row, RightList list) {
        var left = Objects.requireNonNull(row.daysLeft());
        return switch (row.status()) {
            case GRANTED, REFUSED -> list.reminder(left).isPresent();
            case TO_REQUEST, FILED, MORE_INFO -> left <= list.lastReminder();
            case EXPIRED -> false;
        };
    }

    private TodayItem item(RightRow row) {
        var due = Objects.requireNonNull(row.standing().dueOn());
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.SOCIAL,
                row.person(),
                TaskTitle.key("situation.today.right." + row.status().word()),
                days.endOf(row.centre(), due),
                due,
                row.centre(),
                PersonRoutes.record(row.person(), SituationRoutes.SECTION));
    }
}
