package org.relais.escalation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.escalation.Alarm.Answer;
import org.relais.escalation.Alarm.Matter;
import org.relais.escalation.AlarmTable.StoredAlarm;
import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/** Cuts alarms to what their reader may know, and says who is asked to answer. At most one SQL, however many. */
@Component
class AlarmReading {

    private final EscalationRules rules;
    private final StaffFunctions functions;
    private final Clock clock;

    AlarmReading(EscalationRules rules, StaffFunctions functions, Clock clock) {
        this.rules = rules;
        this.functions = functions;
        this.clock = clock;
    }

    /** Of those the grant hides nothing stays; of those it closes, that they exist. */
    List<Alarm> cut(Grant grant, Collection<StoredAlarm> stored) {
        return withAsked(stored.stream()
                .filter(alarm -> level(grant, alarm) != EntryLevel.HIDDEN)
                .map(alarm -> new Cut(alarm, level(grant, alarm) == EntryLevel.FULL))
                .toList());
    }

    Alarm whole(StoredAlarm stored) {
        return withAsked(List.of(new Cut(stored, true))).getFirst();
    }

    /** Those that are not shown keep that they exist. */
    List<Alarm> withAsked(List<Cut> alarms) {
        var waiting = alarms.stream()
                .map(Cut::alarm)
                .filter(alarm -> alarm.acknowledged() == null && alarm.resolved() == null)
                .map(StoredAlarm::centre)
                .collect(Collectors.toSet());
        var holders = waiting.isEmpty()
                ? Map.<CentreId, Map<StaffFunction, List<StaffId>>>of()
                : functions.heldToday(waiting);
        var now = clock.instant();
        return alarms.stream()
                .map(one -> {
                    var stored = one.alarm();
                    var rule = rules.version(stored.rule(), stored.ruleVersion());
                    var alarm = alarm(stored, rule, one.shown());
                    return alarm.state() != AlarmState.RAISED
                            ? alarm
                            : alarm.asking(rule.chain()
                                    .at(
                                            stored.raisedAt(),
                                            rule.within(),
                                            holders.getOrDefault(stored.centre(), Map.of()),
                                            now));
                })
                .toList();
    }

    static EntryLevel level(Grant grant, StoredAlarm alarm) {
        return grant.entryLevel(
                Section.MEDICAL,
                alarm.centre(),
                alarm.unit(),
                Objects.equals(grant.actor().id(), alarm.raisedBy()));
    }

    private static Alarm alarm(StoredAlarm stored, EscalationRule rule, boolean shown) {
        return new Alarm(
                stored.id(),
                stored.person(),
                stored.centre(),
                stored.raisedAt(),
                stored.dueAt(),
                stored.version(),
                answer(stored.acknowledged(), shown),
                answer(stored.resolved(), shown),
                null,
                shown
                        ? new Matter(
                                rule, stored.readings(), stored.occurredAt(), stored.raisedBy(), stored.corrected())
                        : null);
    }

    private static @Nullable Answer answer(@Nullable Answer stored, boolean shown) {
        return stored == null || shown ? stored : new Answer(stored.by(), stored.at(), null);
    }

    /** A stored alarm and whether its reader may know what it is about. */
    record Cut(StoredAlarm alarm, boolean shown) {}
}
