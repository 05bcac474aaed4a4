package org.relais.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Level;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.StaffDirectory;
import org.relais.staff.StaffMember;

/**
 * Reads the calendar and cuts it: of another centre, of a protected person and of what the person locked, only that
 * somebody or some room is taken shows, without person, kind, subject or place.
 */
@Component
class AgendaReading {

    /** The most blocks of one answer. */
    static final int MOST = 500;

    private static final int LONGEST = 31;

    private final AppointmentTable table;
    private final CentreCalendar calendar;
    private final StaffDirectory directory;
    private final AccessService access;

    AgendaReading(AppointmentTable table, CentreCalendar calendar, StaffDirectory directory, AccessService access) {
        this.table = table;
        this.calendar = calendar;
        this.directory = directory;
        this.access = access;
    }

    List<AgendaBlock> day(Scope scope, StaffId staff, LocalDate day) {
        if (!mayAskFor(scope, staff)) {
            return List.of();
        }
        // No zone is further than a day away; each row is then held against the calendar of its own centre
        var rows = table
                .ofStaff(
                        Set.of(staff),
                        day.minusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                        day.plusDays(2).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                        MOST)
                .stream()
                .filter(row -> LocalDate.ofInstant(row.startsAt(), calendar.zone(row.centre()))
                        .equals(day))
                .toList();
        return cut(scope, rows, Set.of(staff));
    }

    AgendaPage agenda(Scope scope, AgendaQuestion question) {
        if (question.days() < 1 || question.days() > LONGEST) {
            throw new IllegalArgumentException("An agenda shows 1 to 31 days: " + question.days());
        }
        if (!scope.centres().contains(question.centre())) {
            throw new NotFound();
        }
        var from = calendar.startOf(question.centre(), question.from());
        var to = calendar.startOf(question.centre(), question.from().plusDays(question.days()));
        var colleague = question.colleague();
        if (colleague != null) {
            var rows = mayAskFor(scope, colleague)
                    ? table.ofStaff(Set.of(colleague), from, to, MOST + 1)
                    : List.<AppointmentRow>of();
            return page(question, cut(scope, rows, Set.of(colleague)));
        }
        if (question.room() != null) {
            return page(
                    question,
                    cut(scope, table.ofCentre(question.centre(), from, to, question.room(), MOST + 1), Set.of()));
        }
        return page(question, team(scope, question.centre(), from, to));
    }

    private AgendaPage page(AgendaQuestion question, List<AgendaBlock> blocks) {
        var read = Slice.of(blocks, MOST);
        var closed = question.from()
                .datesUntil(question.from().plusDays(question.days()))
                .filter(day -> calendar.closed(question.centre(), day).isPresent())
                .collect(java.util.stream.Collectors.toSet());
        return new AgendaPage(read.rows(), read.more(), closed);
    }

    /** Whether the reader works where it is, and with those who planned it, or takes part in it. */
    static boolean within(Scope scope, AppointmentRow row) {
        var actor = scope.actor();
        var unit = row.unit();
        return scope.centres().contains(row.centre())
                && (row.concerns(actor.id())
                        || (unit == null
                                ? row.person() == null || actor.wholeCentres().contains(row.centre())
                                : actor.worksIn(row.centre(), unit)));
    }

    private List<AgendaBlock> team(Scope scope, CentreId centre, Instant from, Instant to) {
        var colleagues = new HashSet<StaffId>();
        directory.members(Set.of(centre), Set.of()).stream()
                .filter(member -> member.centres().contains(centre))
                .map(StaffMember::id)
                .forEach(colleagues::add);
        Map<AppointmentId, AppointmentRow> rows = new LinkedHashMap<>();
        table.ofCentre(centre, from, to, null, MOST + 1).forEach(row -> rows.put(row.id(), row));
        table.ofStaff(colleagues, from, to, MOST + 1).forEach(row -> rows.putIfAbsent(row.id(), row));
        var byTime = new ArrayList<>(rows.values());
        byTime.sort(java.util.Comparator.comparing(AppointmentRow::startsAt));
        return cut(scope, byTime, colleagues);
    }

    private boolean mayAskFor(Scope scope, StaffId staff) {
        return staff.equals(scope.actor().id())
                || directory.workplaces(staff).stream().anyMatch(scope.centres()::contains);
    }

    private List<AgendaBlock> cut(Scope scope, List<AppointmentRow> rows, Set<StaffId> asked) {
        var people = rows.stream()
                .filter(row -> within(scope, row))
                .map(AppointmentRow::person)
                .filter(person -> person != null && !scope.hidden().contains(person))
                .distinct()
                .toList();
        var locked = access.lockedBy(scope, Section.PLAN, people);
        var lockedUnits = access.lockedUnits(scope, people);
        var blocks = new ArrayList<AgendaBlock>();
        var named = new HashSet<PersonId>();
        for (var row : rows) {
            var known = within(scope, row) && known(scope, row, locked, lockedUnits);
            var person = row.person();
            if (known && person != null) {
                named.add(person);
            }
            blocks.add(known ? told(scope, row) : taken(scope, row, asked));
        }
        access.show(scope, List.copyOf(named));
        return blocks;
    }

    private static boolean known(
            Scope scope, AppointmentRow row, Collection<PersonId> locked, Map<PersonId, Set<UnitId>> lockedUnits) {
        var person = row.person();
        if (person == null) {
            return true;
        }
        if (scope.hidden().contains(person)) {
            return false;
        }
        var unit = row.unit();
        var closed = locked.contains(person)
                || (unit != null && lockedUnits.getOrDefault(person, Set.of()).contains(unit));
        return !closed || row.concerns(scope.actor().id());
    }

    private static AgendaBlock told(Scope scope, AppointmentRow row) {
        var full = scope.level() == Level.READ || row.concerns(scope.actor().id());
        return new AgendaBlock(row.startsAt(), row.endsAt(), row.staff(), row.room(), full ? row : row.summary());
    }

    private static AgendaBlock taken(Scope scope, AppointmentRow row, Set<StaffId> asked) {
        var here = scope.centres().contains(row.centre());
        return new AgendaBlock(
                row.startsAt(),
                row.endsAt(),
                row.staff().stream()
                        .filter(staff -> asked.contains(staff) || here)
                        .toList(),
                here ? row.room() : null,
                null);
    }
}
