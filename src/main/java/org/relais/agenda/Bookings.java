package org.relais.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.AppointmentId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.Id;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;

/**
 * Books and moves, so that nobody and no room is taken twice: it holds the diary of each while it looks and writes.
 * Sessions of a group take the time of its staff and its room and not that of its members: whoever is ill does not keep
 * eleven others from meeting. But a member is not booked elsewhere over a session.
 */
@Component
class Bookings {

    /** How many of what clashes are told. */
    private static final int MOST_TOLD = 3;

    private final AppointmentTable table;
    private final Diaries diaries;
    private final CentreCalendar calendar;
    private final AppointmentChecks checks;
    private final Clock clock;

    Bookings(AppointmentTable table, Diaries diaries, CentreCalendar calendar, AppointmentChecks checks, Clock clock) {
        this.table = table;
        this.diaries = diaries;
        this.calendar = calendar;
        this.checks = checks;
        this.clock = clock;
    }

    Booked book(Authority authority, NewAppointment plan) {
        var people = people(authority, plan.person());
        var resources = resources(people, plan.staff(), plan.room());
        diaries.hold(resources);
        var before = table.booked(plan.first());
        if (!before.isEmpty()) {
            return new Booked(before, plan.times().leftOut());
        }
        requireFree(authority, people, plan.staff(), plan.room(), plan.times().slots(), List.of());
        var ids = new ArrayList<AppointmentId>();
        var now = clock.instant();
        for (var slot : plan.times().slots()) {
            var id = ids.isEmpty() ? plan.first() : AppointmentId.create();
            table.insert(id, plan, slot, authority.actor().id(), now);
            diaries.take(id, slot, takers(plan.person(), plan.staff(), plan.room()));
            ids.add(id);
        }
        return new Booked(ids, plan.times().leftOut());
    }

    /** @return how many were moved */
    int move(Authority authority, AppointmentRow row, MoveAppointment command) {
        requirePlanned(row, command.expectedVersion());
        var minutes = checks.minutes(command.minutes());
        var staff = checks.colleagues(row.centre(), command.staff());
        var room = checks.room(row.centre(), command.room());
        var day = AppointmentChecks.required("day", command.day());
        var time = AppointmentChecks.required("time", command.time());
        var people = people(authority, row.person());
        var rows = reached(row, command.reach());
        diaries.hold(everybody(people, rows, staff, room));
        if (!standing(reached(row, command.reach())).equals(standing(rows))) {
            throw new StaleVersion();
        }
        var days = ChronoUnit.DAYS.between(dayOf(row), day);
        var slots = rows.stream()
                .map(one -> calendar.slot(
                        one.centre(),
                        one.id().equals(row.id()) ? day : dayOf(one).plusDays(days),
                        time,
                        minutes))
                .toList();
        requireFree(authority, people, staff, room, slots, ids(rows));
        diaries.release(ids(rows));
        var alone = command.reach() == Reach.ONE && row.series() != null;
        var discipline = checks.discipline(staff);
        for (var number = 0; number < rows.size(); number++) {
            put(authority, rows.get(number), slots.get(number), alone, room, discipline, staff);
        }
        return rows.size();
    }

    private void put(
            Authority authority,
            AppointmentRow row,
            Slot slot,
            boolean alone,
            @Nullable MeetingRoomId room,
            Discipline discipline,
            List<StaffId> staff) {
        if (!table.move(
                row, slot, alone, room, discipline, staff, authority.actor().id(), clock.instant())) {
            throw new StaleVersion();
        }
        diaries.take(row.id(), slot, takers(row.person(), staff, room));
    }

    /** The appointment, and with it those that follow it in its series and were not moved alone. */
    List<AppointmentRow> reached(AppointmentRow row, Reach reach) {
        var series = row.series();
        var from = row.patternDay();
        if (reach == Reach.ONE || series == null || from == null) {
            return List.of(row);
        }
        return table.following(series, from).stream()
                .filter(one -> !one.alone() || one.id().equals(row.id()))
                .toList();
    }

    /** As {@link #reached}, with those that were moved alone. */
    List<AppointmentRow> remaining(AppointmentRow row, Reach reach) {
        var series = row.series();
        var from = row.patternDay();
        return reach == Reach.ONE || series == null || from == null ? List.of(row) : table.following(series, from);
    }

    void release(Collection<AppointmentRow> rows) {
        diaries.release(ids(rows));
    }

    static void requirePlanned(AppointmentRow row, int expectedVersion) {
        if (row.version() != expectedVersion) {
            throw new StaleVersion();
        }
        if (row.state() != AppointmentState.PLANNED) {
            throw new Conflict("agenda.error.not-planned");
        }
    }

    private void requireFree(
            Authority authority,
            Set<PersonId> people,
            List<StaffId> staff,
            @Nullable MeetingRoomId room,
            List<Slot> slots,
            List<AppointmentId> own) {
        for (var one = 0; one < slots.size(); one++) {
            for (var other = one + 1; other < slots.size(); other++) {
                if (slots.get(one)
                        .overlaps(slots.get(other).startsAt(), slots.get(other).endsAt())) {
                    throw new Clash(List.of());
                }
            }
        }
        var from = slots.stream()
                .map(Slot::startsAt)
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        var to = slots.stream()
                .map(Slot::endsAt)
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
        var taken = new ArrayList<Clash.Taken>();
        diaries.taken(resources(people, staff, room), from, to, own).stream()
                .filter(busy -> slots.stream().anyMatch(slot -> slot.overlaps(busy.startsAt(), busy.endsAt())))
                .limit(MOST_TOLD)
                .forEach(busy -> taken.add(told(authority, busy, people, staff, room)));
        if (taken.isEmpty() && !people.isEmpty()) {
            table.sessionsOf(people, from, to).stream()
                    .filter(session -> !own.contains(session.id()))
                    .filter(session ->
                            slots.stream().anyMatch(slot -> slot.overlaps(session.startsAt(), session.endsAt())))
                    .limit(MOST_TOLD)
                    .forEach(session -> taken.add(new Clash.Taken(
                            Clash.Whom.PERSON,
                            null,
                            null,
                            session.startsAt(),
                            session.endsAt(),
                            authority instanceof Grant grant && reads(grant, session) ? session.groupName() : null)));
        }
        if (!taken.isEmpty()) {
            throw new Clash(taken);
        }
    }

    private Clash.Taken told(
            Authority authority,
            Diaries.Taken busy,
            Set<PersonId> people,
            List<StaffId> staff,
            @Nullable MeetingRoomId room) {
        var subject = table.find(busy.appointment())
                .filter(row -> known(authority, row))
                .map(row -> row.groupName() == null ? row.subject() : row.groupName())
                .orElse(null);
        if (people.stream().anyMatch(person -> person.value().equals(busy.resource()))) {
            return new Clash.Taken(Clash.Whom.PERSON, null, null, busy.startsAt(), busy.endsAt(), subject);
        }
        if (room != null && room.value().equals(busy.resource())) {
            return new Clash.Taken(Clash.Whom.ROOM, null, room, busy.startsAt(), busy.endsAt(), subject);
        }
        return new Clash.Taken(
                Clash.Whom.STAFF,
                staff.stream()
                        .filter(one -> one.value().equals(busy.resource()))
                        .findFirst()
                        .orElse(null),
                null,
                busy.startsAt(),
                busy.endsAt(),
                subject);
    }

    // Of somebody else's appointment with somebody else only that it is there
    private static boolean known(Authority authority, AppointmentRow row) {
        if (row.staff().contains(authority.actor().id())
                && authority.actor().centres().contains(row.centre())) {
            return row.person() == null
                    || (authority instanceof Grant grant && grant.people().contains(row.person()));
        }
        return authority instanceof Grant grant
                && row.person() != null
                && grant.people().contains(row.person())
                && reads(grant, row);
    }

    private static boolean reads(Grant grant, AppointmentRow row) {
        return switch (grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()))) {
            case FULL, SUMMARY -> true;
            case EXISTENCE, HIDDEN -> false;
        };
    }

    static boolean full(Grant grant, AppointmentRow row) {
        return grant.entryLevel(
                        Section.PLAN,
                        row.centre(),
                        row.unit(),
                        row.concerns(grant.actor().id()))
                == EntryLevel.FULL;
    }

    // The day the series gives it, for one that was moved alone as well
    private LocalDate dayOf(AppointmentRow row) {
        return row.patternDay() != null
                ? row.patternDay()
                : LocalDate.ofInstant(row.startsAt(), calendar.zone(row.centre()));
    }

    private static Set<PersonId> people(Authority authority, @Nullable PersonId person) {
        return person != null && authority instanceof Grant grant ? grant.people() : Set.of();
    }

    private static List<Id> resources(Set<PersonId> people, List<StaffId> staff, @Nullable MeetingRoomId room) {
        var all = new ArrayList<Id>(people);
        all.addAll(staff);
        if (room != null) {
            all.add(room);
        }
        return all;
    }

    private static List<Id> takers(@Nullable PersonId person, List<StaffId> staff, @Nullable MeetingRoomId room) {
        return resources(person == null ? Set.of() : Set.of(person), staff, room);
    }

    private static Set<Id> everybody(
            Set<PersonId> people, List<AppointmentRow> rows, List<StaffId> staff, @Nullable MeetingRoomId room) {
        var all = new HashSet<Id>(resources(people, staff, room));
        rows.forEach(row -> all.addAll(takers(row.person(), row.staff(), row.room())));
        return all;
    }

    private static List<AppointmentId> ids(Collection<AppointmentRow> rows) {
        return rows.stream().map(AppointmentRow::id).toList();
    }

    private static List<String> standing(List<AppointmentRow> rows) {
        return rows.stream().map(row -> row.id() + " " + row.version()).toList();
    }
}
