package org.relais.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Authority;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.escalation.AlarmReading.Cut;
import org.relais.escalation.AlarmTable.StoredAlarm;
import org.relais.escalation.Alarming.Cause;
import org.relais.shared.AlarmId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;

/**
 * Alarms: raised by the rules, acknowledged, resolved. None closes by itself; a room may have the system close those
 * whose rules allow it.
 *
 * <p>An alarm belongs to the medical section of its person. Whoever may know no more of it learns that it is there.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Escalations {

    /** The most open alarms a list of one's centres holds; those due later come when these are resolved. */
    public static final int MOST_OPEN = 200;

    private final AlarmTable table;
    private final Alarming alarming;
    private final AlarmReading reading;
    private final AlarmEntries entries;
    private final AlarmNewsRows news;
    private final PeopleWithAlarms people;
    private final EscalationRules rules;
    private final AccessService access;
    private final Clock clock;

    Escalations(
            AlarmTable table,
            Alarming alarming,
            AlarmReading reading,
            AlarmEntries entries,
            AlarmNewsRows news,
            PeopleWithAlarms people,
            EscalationRules rules,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.alarming = alarming;
        this.reading = reading;
        this.entries = entries;
        this.news = news;
        this.people = people;
        this.rules = rules;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The open alarms of one person, the first due first; none for a reader without the medical section. No SQL where
     * there is none, otherwise one, and one more when an alarm waits for an answer.
     *
     * @param record for the person's record
     */
    @Transactional(readOnly = true)
    public List<Alarm> open(Grant record) {
        access.requireRecord(record);
        return people.mayInclude(record.people()) ? reading.cut(record, table.open(record.people())) : List.of();
    }

    /**
     * One page of all alarms of one person, the newest first.
     *
     * @param read a grant for the medical section
     * @param before read on from here; null for the newest
     * @param size how many, 1 to 100
     */
    @Transactional(readOnly = true)
    public Slice<Alarm> history(Grant read, @Nullable AlarmCursor before, int size) {
        access.require(read, Section.MEDICAL, Right.READ);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 alarms: " + size);
        }
        var page = Slice.of(table.page(read.people(), before, size + 1), size);
        return new Slice<>(reading.cut(read, page.rows()), page.more());
    }

    /**
     * The open alarms of these people at the centres of the scope, the first due first. A constant number of SQL,
     * however many people. Where a person locked the section: that there is one and until when, unless the actor's own
     * observation raised it.
     *
     * @param scope over the medical section, whose reader sees all of it; the people are those of a page already shown
     */
    @Transactional(readOnly = true)
    public List<Alarm> open(Scope scope, Collection<PersonId> people) {
        access.requireFull(scope, Section.MEDICAL);
        var asked = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        return asked.isEmpty() || scope.centres().isEmpty() ? List.of() : cut(scope, table.open(scope, asked));
    }

    /**
     * The alarms of these people at the centres of the scope that were raised or resolved since a moment, the first
     * raised first. A constant number of SQL; locked ones are cut as those of {@link #open(Scope, Collection)}.
     *
     * @param scope over the medical section, whose reader sees all of it; the people are those of a page already shown
     */
    @Transactional(readOnly = true)
    public List<Alarm> since(Scope scope, Collection<PersonId> people, Instant moment) {
        access.requireFull(scope, Section.MEDICAL);
        var asked = people.stream()
                .filter(person -> !scope.hidden().contains(person))
                .toList();
        return asked.isEmpty() || scope.centres().isEmpty() ? List.of() : cut(scope, table.since(scope, asked, moment));
    }

    /**
     * The open alarms at the centres of the scope, the first due first, at most {@link #MOST_OPEN}. The people are
     * logged before it is returned.
     *
     * @param scope over the medical section, whose reader sees all of it
     */
    @Transactional(readOnly = true)
    public List<Alarm> openHere(Scope scope) {
        access.requireFull(scope, Section.MEDICAL);
        var stored = table.openAt(scope, MOST_OPEN);
        access.show(scope, stored.stream().map(StoredAlarm::person).distinct().toList());
        return cut(scope, stored);
    }

    /**
     * How many alarms are open at the centres of the scope.
     *
     * @param scope over the medical section, whose reader sees all of it
     */
    @Transactional(readOnly = true)
    public int countOpen(Scope scope) {
        access.requireFull(scope, Section.MEDICAL);
        return table.countOpen(scope);
    }

    /**
     * Says that the actor sees to the alarm: nobody else is asked from now on. Saying it twice says it once.
     *
     * @param write a grant to write in the medical section
     * @throws AlarmAnswered when somebody else was first, with who it was
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public Alarm acknowledge(Grant write, AcknowledgeAlarm command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        var alarm = find(write, command.alarm());
        if (own(write, alarm.acknowledged()) && alarm.version() == command.expectedVersion() + 1) {
            return reading.whole(alarm);
        }
        requireVersion(alarm, command.expectedVersion());
        if (alarm.acknowledged() != null) {
            throw new AlarmAnswered(reading.whole(alarm));
        }
        act(write, alarm, AlarmState.ACKNOWLEDGED, null);
        return reading.whole(find(write, command.alarm()));
    }

    /**
     * Says what was done about the alarm, and closes it. It stands in the record.
     *
     * @param write a grant to write in the medical section
     * @throws AlarmAnswered when somebody else closed it meanwhile
     * @throws Conflict when nobody acknowledged it yet
     * @throws InvalidInput at {@code note}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public Alarm resolve(Grant write, ResolveAlarm command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        var alarm = find(write, command.alarm());
        if (own(write, alarm.resolved()) && alarm.version() == command.expectedVersion() + 1) {
            return reading.whole(alarm);
        }
        requireVersion(alarm, command.expectedVersion());
        if (alarm.acknowledged() == null) {
            throw new Conflict("escalation.error.acknowledge-first");
        }
        var note = FreeText.require("note", command.note(), FreeText.NOTE);
        act(write, alarm, AlarmState.RESOLVED, note);
        entries.resolved(write, alarm, note, clock.instant());
        return reading.whole(find(write, command.alarm()));
    }

    /**
     * Records something that happened, and raises what the rules ask for it. The same id twice records once.
     *
     * @param write a grant to write in the medical section
     * @throws InvalidInput at {@code code}, {@code note}, {@code occurredAt} or {@code centre}
     */
    public void record(Grant write, RecordEvent command) {
        access.require(write, Section.MEDICAL, Right.WRITE);
        if (table.recorded(write, command.id()).isPresent()) {
            return;
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "escalation.error.centre");
        }
        if (command.code() == null || command.code().isBlank()) {
            throw new InvalidInput("code", "shared.error.required");
        }
        if (command.occurredAt().isAfter(clock.instant())) {
            throw new InvalidInput("occurredAt", "escalation.error.future");
        }
        var note = FreeText.optional("note", command.note(), FreeText.NOTE);
        var code = command.code();
        var asking = asking(
                command.centre(),
                trigger ->
                        trigger instanceof Trigger.Event event && event.code().equals(code));
        if (asking.isEmpty()) {
            throw new InvalidInput("code", "escalation.error.event");
        }
        var entry = entries.event(write, command, code, note);
        table.insertEvent(write, command, code, note, entry, clock.instant());
        access.recordChange(write, write.person(), AccessAction.CREATE, "clinical-event", command.id());
        var cause = new Cause(command.id().value(), write.person(), command.centre(), null, command.occurredAt());
        asking.forEach(rule -> alarming.raise(write, cause, rule, List.of(new Reading(Reading.Kind.EVENT, code, ""))));
    }

    /**
     * Tells a condition that another room found, in the transaction of what it found. Told again for the same cause it
     * raises nothing again.
     *
     * @param authority a grant to write in the medical section for this person, or the scope of a background task of
     *     care at this centre
     * @throws IllegalArgumentException when no rule in force asks for the condition, or the time lies ahead
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(Authority authority, RaiseAlarm command) {
        requireTelling(authority, command.person(), command.centre());
        if (command.occurredAt().isAfter(clock.instant())) {
            throw new IllegalArgumentException("A condition that lies ahead: " + command.condition());
        }
        var asking = asking(
                command.centre(),
                trigger ->
                        trigger instanceof Trigger.Told told && told.condition().equals(command.condition()));
        if (asking.isEmpty()) {
            throw new IllegalArgumentException("No rule asks for " + command.condition());
        }
        var person = authority instanceof Grant grant ? grant.person() : command.person();
        var cause = new Cause(command.cause().value(), person, command.centre(), null, command.occurredAt());
        table.takeTurn(person);
        asking.forEach(rule -> alarming.raise(
                authority, cause, rule, List.of(new Reading(Reading.Kind.TOLD, command.condition(), ""))));
    }

    /**
     * Closes the person's open alarms at this centre whose rules let the system close them, in the transaction of what
     * makes them needless, such as the end of a stay. Those whose rules do not stay open until somebody closes them.
     *
     * @param authority a grant to write in the medical section for this person, or the scope of a background task of
     *     care at this centre
     * @return how many stay open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int closeBySystem(Authority authority, PersonId person, CentreId centre) {
        requireTelling(authority, person, centre);
        return closeBySystem(authority, person, centre, _ -> true);
    }

    private int closeBySystem(Authority authority, PersonId person, CentreId centre, Predicate<StoredAlarm> chosen) {
        var known = authority instanceof Grant grant ? grant.people() : Set.of(person);
        var stay = 0;
        for (var alarm : table.open(known)) {
            if (!alarm.centre().equals(centre) || !chosen.test(alarm)) {
                continue;
            }
            var rule = rules.version(alarm.rule(), alarm.ruleVersion());
            if (rule.closedBySystem()
                    && table.insertAct(
                            alarm.id(), alarm.version() + 1, AlarmState.RESOLVED, null, null, clock.instant())) {
                access.recordChange(authority, alarm.person(), AccessAction.CHANGE, "alarm", alarm.id());
                news.tell(alarm.person(), centre);
            } else {
                stay++;
            }
        }
        return stay;
    }

    /**
     * Closes the open alarms that a condition raised for a cause, as far as their rules let the system close them, in
     * the transaction in which the cause turns out to be none, such as a dose that was entered in error.
     *
     * @param authority a grant to write in the medical section for this person, or the scope of a background task of
     *     care at this centre
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Authority authority, PersonId person, CentreId centre, Id cause) {
        requireTelling(authority, person, centre);
        var raised = table.openFor(cause);
        closeBySystem(authority, person, centre, alarm -> raised.contains(alarm.id()));
    }

    private void requireTelling(Authority authority, PersonId person, CentreId centre) {
        access.require(authority, person, Section.MEDICAL);
        if (authority instanceof Scope scope) {
            access.requireTask(scope, Purpose.CARE);
            if (!scope.centres().contains(centre)) {
                throw new IllegalArgumentException("The task is another centre's");
            }
        }
    }

    private List<EscalationRule> asking(CentreId centre, Predicate<Trigger> wanted) {
        return rules.inForce(centre).stream()
                .filter(rule -> rule.triggers().stream().anyMatch(wanted))
                .toList();
    }

    private List<Alarm> cut(Scope scope, List<StoredAlarm> stored) {
        var locked = access.lockedBy(
                scope,
                Section.MEDICAL,
                stored.stream().map(StoredAlarm::person).distinct().toList());
        var me = scope.actor().id();
        return reading.withAsked(stored.stream()
                .map(alarm -> new Cut(
                        alarm,
                        !locked.contains(alarm.person()) || scope.actor().isTask() || me.equals(alarm.raisedBy())))
                .toList());
    }

    private StoredAlarm find(Grant write, AlarmId alarm) {
        return table.find(write.people(), alarm)
                .filter(found ->
                        write.centres().contains(found.centre()) && AlarmReading.level(write, found) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private void act(Grant write, StoredAlarm alarm, AlarmState kind, @Nullable String note) {
        var by = write.actor().id();
        if (!table.insertAct(alarm.id(), alarm.version() + 1, kind, note, by, clock.instant())) {
            throw new AlarmAnswered(reading.whole(find(write, alarm.id())));
        }
        access.recordChange(write, write.person(), AccessAction.CHANGE, "alarm", alarm.id());
        news.tell(alarm.person(), alarm.centre());
    }

    private void requireVersion(StoredAlarm alarm, int expected) {
        if (alarm.version() != expected) {
            throw new AlarmAnswered(reading.whole(alarm));
        }
    }

    private static boolean own(Grant write, Alarm.@Nullable Answer answer) {
        return answer != null && Objects.equals(write.actor().id(), answer.by());
    }
}
