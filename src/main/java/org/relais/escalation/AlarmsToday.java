package org.relais.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.escalation.AlarmReading.Cut;
import org.relais.escalation.AlarmTable.StoredAlarm;
import org.relais.person.PersonRoutes;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The alarms that ask the acting member of staff now, and those they see to, for "my day". */
@Component
class AlarmsToday implements TodaySource {

    private final AlarmTable table;
    private final AlarmReading reading;
    private final AccessService access;

    AlarmsToday(AlarmTable table, AlarmReading reading, AccessService access) {
        this.table = table;
        this.reading = reading;
        this.access = access;
    }

    // One SQL; where there are open alarms, who holds which function and who locked what are two more
    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleOpens(Section.MEDICAL)) {
            return List.of();
        }
        var stored = table.openAt(scope, Escalations.MOST_OPEN);
        var locked = access.lockedBy(
                scope,
                Section.MEDICAL,
                stored.stream().map(StoredAlarm::person).distinct().toList());
        var full = access.roleWrites(Section.MEDICAL);
        return reading
                .withAsked(stored.stream()
                        .map(alarm -> new Cut(alarm, full && !locked.contains(alarm.person())))
                        .toList())
                .stream()
                .flatMap(alarm -> line(scope, alarm))
                .toList();
    }

    private static Stream<TodayItem> line(Scope scope, Alarm alarm) {
        var me = scope.actor().id();
        var asked = alarm.asked();
        var acknowledged = alarm.acknowledged();
        if (asked != null && asked.asks(me)) {
            return Stream.of(item(scope, alarm, "escalation.today.answer"));
        }
        return acknowledged != null && Objects.equals(me, acknowledged.by())
                ? Stream.of(item(scope, alarm, "escalation.today.resolve"))
                : Stream.of();
    }

    private static TodayItem item(Scope scope, Alarm alarm, String key) {
        var matter = alarm.matter();
        return new TodayItem(
                TodayItem.Kind.DUE,
                scope.actor().role().discipline(),
                alarm.person(),
                matter == null
                        ? TaskTitle.key(key)
                        : TaskTitle.key(key + ".rule", matter.rule().rule().code()),
                alarm.dueAt(),
                alarm.centre(),
                PersonRoutes.record(alarm.person()));
    }
}
