package org.relais.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.rules.RuleInForce;
import org.relais.shared.AppointmentId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;

/**
 * The appointments of people, staff and rooms. Nobody and no room is taken twice, whoever books at the same time. That
 * there is one shows to whoever may read its place in the record; what it is about is of the plan.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Appointments {

    /** The most appointments that lie ahead of a person in one answer. */
    public static final int MOST_UPCOMING = 100;

    /** How many past appointments one page has. */
    public static final int PAGE = 30;

    private static final String APPOINTMENT = "appointment";
    private static final int REASON = 500;

    private final AppointmentTable table;
    private final GroupTable groups;
    private final Bookings bookings;
    private final AppointmentChecks checks;
    private final AgendaReading reading;
    private final MissedTraces traces;
    private final RuleInForce<AppointmentTerms> terms;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Appointments(
            AppointmentTable table,
            GroupTable groups,
            Bookings bookings,
            AppointmentChecks checks,
            AgendaReading reading,
            MissedTraces traces,
            RuleInForce<AppointmentTerms> terms,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.groups = groups;
        this.bookings = bookings;
        this.checks = checks;
        this.reading = reading;
        this.traces = traces;
        this.terms = terms;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Books an appointment with the person, or a series.
     *
     * @param grant to write in the plan
     * @throws Clash when the person, a colleague or the room is taken; nothing of a series is booked then
     * @throws CentreClosed when the centre is closed on the first day
     * @throws InvalidInput at {@code centre}, {@code kind}, {@code subject}, {@code day}, {@code time},
     *     {@code minutes}, {@code staff}, {@code room}, {@code place}, {@code repeat}, {@code everyWeeks},
     *     {@code until} or {@code times}
     */
    public Booked book(Grant grant, BookAppointment command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        if (command.group() != null) {
            throw new InvalidInput("kind", "agenda.error.kind");
        }
        var plan = checks.checked(
                command,
                grant.centres(),
                grant.person(),
                null,
                grant.unitIn(command.centre()).orElse(null));
        var booked = bookings.book(grant, plan);
        booked.appointments()
                .forEach(id -> access.recordChange(grant, grant.person(), AccessAction.CREATE, APPOINTMENT, id));
        return booked;
    }

    /**
     * Books a meeting or the sessions of a group: what is about no one person.
     *
     * @param scope of somebody who may write in the plan
     * @throws Clash as for {@link #book}
     * @throws CentreClosed as for {@link #book}
     * @throws InvalidInput as for {@link #book}
     * @throws NotFound when there is no such group of the centre
     */
    public Booked arrange(Scope scope, BookAppointment command) {
        requireWriter(scope);
        var group = command.group();
        if (group != null && !groups.leads(scope, group, command.centre())) {
            throw new NotFound();
        }
        var plan = checks.checked(command, scope.centres(), null, group, null);
        var booked = bookings.book(scope, plan);
        booked.appointments().forEach(id -> access.recordAct(scope, AccessAction.CREATE, APPOINTMENT, id));
        return booked;
    }

    /**
     * Moves an appointment of the person, or changes who takes part and where.
     *
     * @param grant to write in the plan
     * @return how it stands now
     * @throws Clash when somebody or the room is taken at the new time
     * @throws CentreClosed when the centre is closed on one of the new days
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws Conflict when it is no longer planned
     * @throws InvalidInput at {@code day}, {@code time}, {@code minutes}, {@code staff} or {@code room}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public AppointmentRow move(Grant grant, MoveAppointment command) {
        var row = ofPerson(grant, command.id());
        bookings.move(grant, row, command);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, APPOINTMENT, row.id());
        return table.find(row.id()).orElseThrow(NotFound::new);
    }

    /** As {@link #move(Grant, MoveAppointment)}, for a meeting or a session of a group. */
    public AppointmentRow move(Scope scope, MoveAppointment command) {
        var row = ofNobody(scope, command.id());
        bookings.move(scope, row, command);
        access.recordAct(scope, AccessAction.CHANGE, APPOINTMENT, row.id());
        recordForAttendees(scope, bookings.remaining(row, command.reach()));
        return table.find(row.id()).orElseThrow(NotFound::new);
    }

    /**
     * Cancels an appointment of the person. Who cancels later than the rule allows leaves an entry in the record.
     *
     * @param grant to write in the plan
     * @return how it stands now
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws Conflict when it is no longer planned
     * @throws InvalidInput at {@code reason}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public AppointmentRow cancel(Grant grant, CancelAppointment command) {
        var row = ofPerson(grant, command.id());
        Bookings.requirePlanned(row, command.expectedVersion());
        var reason = FreeText.optional("reason", command.reason(), REASON);
        var now = clock.instant();
        var rows = bookings.remaining(row, command.reach());
        for (var one : rows) {
            var state = cancelled(one, command.by(), now);
            put(one, state, reason, null, grant.actor().id(), now);
            if (state == AppointmentState.LATE_CANCEL) {
                table.putEntry(one.id(), traces.missed(grant, one, state, reason, now));
            }
            access.recordChange(grant, grant.person(), AccessAction.CHANGE, APPOINTMENT, one.id());
        }
        bookings.release(rows);
        return table.find(row.id()).orElseThrow(NotFound::new);
    }

    /** As {@link #cancel(Grant, CancelAppointment)}, for a meeting or a session of a group; never late. */
    public AppointmentRow cancel(Scope scope, CancelAppointment command) {
        var row = ofNobody(scope, command.id());
        Bookings.requirePlanned(row, command.expectedVersion());
        var reason = FreeText.optional("reason", command.reason(), REASON);
        var now = clock.instant();
        var rows = bookings.remaining(row, command.reach());
        for (var one : rows) {
            put(one, AppointmentState.CANCELLED, reason, null, scope.actor().id(), now);
            access.recordAct(scope, AccessAction.CHANGE, APPOINTMENT, one.id());
        }
        recordForAttendees(scope, rows);
        bookings.release(rows);
        return table.find(row.id()).orElseThrow(NotFound::new);
    }

    /**
     * Notes whether the person came, to an appointment or to a session of their group. A missed one leaves an entry in
     * the record and a task to whoever held it; noting afterwards that they came strikes the entry and ends the task.
     *
     * @param grant to write in the plan
     * @param state {@code ATTENDED} or {@code NO_SHOW}
     * @param expectedVersion the one it was shown with
     * @return how it stands now
     * @throws StaleVersion when somebody noted it meanwhile
     * @throws Conflict when it lies ahead, or was cancelled
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public AppointmentRow attend(Grant grant, AppointmentId appointment, AppointmentState state, int expectedVersion) {
        if (state != AppointmentState.ATTENDED && state != AppointmentState.NO_SHOW) {
            throw new IllegalArgumentException("Somebody came or did not: " + state);
        }
        var row = ofPerson(grant, appointment);
        if (row.version() != expectedVersion) {
            throw new StaleVersion();
        }
        if (row.state().released()) {
            throw new Conflict("agenda.error.cancelled");
        }
        var now = clock.instant();
        requireBegun(row, state, now);
        if (row.state() == state) {
            return row;
        }
        if (row.group() == null) {
            put(row, state, null, null, grant.actor().id(), now);
        } else if (!groups.attend(grant.person(), row, state, grant.actor().id(), now)) {
            throw new StaleVersion();
        }
        var before = row.entry();
        if (state == AppointmentState.NO_SHOW) {
            keepEntry(grant, row, traces.missed(grant, row, state, null, now));
        } else if (before != null) {
            traces.came(grant, row, before, now);
            keepEntry(grant, row, null);
        }
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, APPOINTMENT, row.id());
        return table.find(grant.people(), row.id()).orElseThrow(NotFound::new);
    }

    /**
     * Notes how many came to a session of an open group.
     *
     * @param scope of somebody who may write in the plan
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws Conflict when it lies ahead, or was cancelled
     * @throws InvalidInput at {@code heads} when the number makes no sense
     * @throws NotFound when there is no such session
     */
    public AppointmentRow count(Scope scope, AppointmentId session, int heads, int expectedVersion) {
        var row = ofNobody(scope, session);
        if (row.version() != expectedVersion) {
            throw new StaleVersion();
        }
        if (row.group() == null) {
            throw new NotFound();
        }
        if (row.state().released()) {
            throw new Conflict("agenda.error.cancelled");
        }
        if (heads < 0 || heads > 500) {
            throw new InvalidInput("heads", "agenda.error.heads", 500);
        }
        var now = clock.instant();
        requireBegun(row, AppointmentState.NO_SHOW, now);
        put(row, AppointmentState.ATTENDED, null, heads, scope.actor().id(), now);
        access.recordAct(scope, AccessAction.CHANGE, APPOINTMENT, row.id());
        return table.find(row.id()).orElseThrow(NotFound::new);
    }

    /**
     * The person's appointments, those that lie ahead and the last ones, cut to what the grant shows.
     *
     * @param grant for the plan
     */
    @Transactional(readOnly = true)
    public PersonAppointments of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        var now = clock.instant();
        var upcoming = Slice.of(table.upcoming(grant.people(), now, MOST_UPCOMING + 1), MOST_UPCOMING);
        var elsewhere = upcoming.rows().stream()
                .filter(row -> level(grant, row) == EntryLevel.EXISTENCE
                        && !grant.centres().contains(row.centre()))
                .count();
        return new PersonAppointments(
                seen(grant, upcoming.rows()), upcoming.more(), past(grant, null), (int) elsewhere);
    }

    /**
     * Older appointments of the person, the latest first.
     *
     * @param grant for the plan
     * @param before read on from here
     */
    @Transactional(readOnly = true)
    public PastAppointments before(Grant grant, AppointmentCursor before) {
        access.require(grant, Section.PLAN, Right.READ);
        return past(grant, before);
    }

    /**
     * The day of a colleague, by the calendar of each centre they work in, in order of time. What the reader may not
     * know shows as taken, without person, kind or subject. Those named are logged before it is returned.
     *
     * @param scope over the plan
     * @param staff oneself, or a colleague of one of one's centres; of anybody else there is nothing
     */
    @Transactional(readOnly = true)
    public List<AgendaBlock> day(Scope scope, StaffId staff, LocalDate day) {
        access.require(scope, Section.PLAN);
        return reading.day(scope, staff, day);
    }

    /**
     * Some days of a centre, of one colleague or of one room, in order of time, cut as {@link #day}.
     *
     * @param scope over the plan
     * @throws NotFound when the centre is none of the reader's
     */
    @Transactional(readOnly = true)
    public AgendaPage agenda(Scope scope, AgendaQuestion question) {
        access.require(scope, Section.PLAN);
        return reading.agenda(scope, question);
    }

    // The place to read on from is that of the last row read, shown or not
    private PastAppointments past(Grant grant, @Nullable AppointmentCursor before) {
        var read = Slice.of(table.past(grant.people(), clock.instant(), before, PAGE + 1), PAGE);
        return new PastAppointments(
                seen(grant, read.rows()), read.more() ? read.rows().getLast().cursor() : null);
    }

    // What was noted of somebody who came, or did not, now belongs to another day or to no session
    private void recordForAttendees(Scope scope, List<AppointmentRow> sessions) {
        groups.noted(sessions.stream().map(AppointmentRow::id).toList())
                .forEach(noted ->
                        access.recordChange(scope, noted.person(), AccessAction.CHANGE, APPOINTMENT, noted.session()));
    }

    private void requireWriter(Scope scope) {
        access.require(scope, Section.PLAN);
        access.requireWriter(scope);
    }

    private AppointmentRow ofPerson(Grant grant, AppointmentId id) {
        access.require(grant, Section.PLAN, Right.WRITE);
        return table.find(grant.people(), id)
                .filter(row -> grant.centres().contains(row.centre()) && Bookings.full(grant, row))
                .orElseThrow(NotFound::new);
    }

    private AppointmentRow ofNobody(Scope scope, AppointmentId id) {
        requireWriter(scope);
        return table.find(id)
                .filter(row -> row.person() == null && AgendaReading.within(scope, row))
                .orElseThrow(NotFound::new);
    }

    private AppointmentState cancelled(AppointmentRow row, Canceller by, Instant now) {
        var late = now.isAfter(row.startsAt().minus(Duration.ofHours(terms.now().lateCancellationHours())));
        return late && by == Canceller.PERSON ? AppointmentState.LATE_CANCEL : AppointmentState.CANCELLED;
    }

    private void requireBegun(AppointmentRow row, AppointmentState state, Instant now) {
        var from = state == AppointmentState.ATTENDED
                ? row.startsAt().minus(Duration.ofMinutes(terms.now().attendanceMinutesBefore()))
                : row.startsAt();
        if (now.isBefore(from)) {
            throw new Conflict("agenda.error.lies-ahead");
        }
    }

    private void keepEntry(Grant grant, AppointmentRow row, org.relais.shared.@Nullable EntryId entry) {
        if (row.group() == null) {
            table.putEntry(row.id(), entry);
        } else {
            groups.putEntry(grant.person(), row.id(), entry);
        }
    }

    private void put(
            AppointmentRow row,
            AppointmentState state,
            @Nullable String reason,
            @Nullable Integer heads,
            StaffId by,
            Instant now) {
        if (!table.put(row, state, reason, heads, by, now)) {
            throw new StaleVersion();
        }
    }

    private static List<SeenAppointment> seen(Grant grant, List<AppointmentRow> rows) {
        return rows.stream()
                .filter(row -> switch (level(grant, row)) {
                    case FULL, SUMMARY -> true;
                    case EXISTENCE -> grant.centres().contains(row.centre());
                    case HIDDEN -> false;
                })
                .map(row -> new SeenAppointment(row.startsAt(), row.endsAt(), row.centre(), cut(grant, row)))
                .toList();
    }

    private static @Nullable AppointmentRow cut(Grant grant, AppointmentRow row) {
        return switch (level(grant, row)) {
            case FULL -> row;
            case SUMMARY -> row.summary();
            case EXISTENCE, HIDDEN -> null;
        };
    }

    private static EntryLevel level(Grant grant, AppointmentRow row) {
        return grant.entryLevel(
                Section.PLAN,
                row.centre(),
                row.unit(),
                row.concerns(grant.actor().id()));
    }
}
