package org.relais.escalation;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.escalation.AlarmTable.StoredAlarm;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;

/** What alarms and events leave in the timeline. */
@Component
class AlarmEntries {

    private final Timeline timeline;

    AlarmEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    EntryId event(Grant write, RecordEvent event, String code, @Nullable String note) {
        return timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                EscalationEntries.EVENT,
                                event.occurredAt(),
                                event.centre(),
                                event.id())
                        .by(write.actor().id())
                        .saying(null, note)
                        .with(Map.of(EscalationEntries.CODE, code)));
    }

    /** What was done about an alarm, at the time it was resolved. */
    void resolved(Grant write, StoredAlarm alarm, String note, Instant at) {
        timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.MEDICAL,
                                Discipline.MEDICAL,
                                EscalationEntries.ALARM,
                                at,
                                alarm.centre(),
                                alarm.id())
                        .by(write.actor().id())
                        .saying(null, note)
                        .with(Map.of(
                                EscalationEntries.CODE,
                                alarm.rule(),
                                EscalationEntries.VERSION,
                                String.valueOf(alarm.ruleVersion()),
                                EscalationEntries.RAISED,
                                alarm.raisedAt().toString(),
                                EscalationEntries.READINGS,
                                Reading.column(alarm.readings()))));
    }
}
