package org.relais.aftercare;

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

/** The contacts one may make now, for "my day": one's own, and those of the unit that nobody was named for. */
@Component
class FollowUpsToday implements TodaySource {

    private static final int MOST = 50;

    private final DueContacts due;
    private final AftercareDays days;
    private final AccessService access;

    FollowUpsToday(DueContacts due, AftercareDays days, AccessService access) {
        this.due = due;
        this.days = days;
        this.access = access;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleWrites(Section.PLAN)) {
            return List.of();
        }
        var contacts = due.page(scope, AftercareFilter.MINE, null, MOST);
        var locked = access.lockedBy(
                scope,
                Section.PLAN,
                contacts.stream().map(DueContact::person).distinct().toList());
        return contacts.stream()
                .map(contact -> item(
                        scope,
                        contact,
                        locked.contains(contact.person()) && !scope.actor().id().equals(contact.worker())))
                .toList();
    }

    private TodayItem item(Scope scope, DueContact contact, boolean locked) {
        return new TodayItem(
                TodayItem.Kind.DUE,
                scope.actor().role().discipline(),
                contact.person(),
                locked
                        ? TaskTitle.key("worklist.locked")
                        : TaskTitle.key("aftercare.today.contact", String.valueOf(contact.months())),
                days.endOf(contact.centre(), contact.until()),
                contact.until(),
                contact.centre(),
                PersonRoutes.record(contact.person(), AftercareRoutes.SECTION));
    }
}
