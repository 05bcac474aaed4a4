package org.relais.agenda;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.GroupId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.Slice;
import org.relais.shared.StaleVersion;

/** The groups of the centres and who comes to them. Only those who lead a group learn who its members are. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Groups {

    /** The most groups one centre shows. */
    public static final int MOST_GROUPS = 100;

    /** The most sessions ahead of a group that are shown. */
    public static final int MOST_SESSIONS = 60;

    private static final int LARGEST = 200;
    private static final String GROUP = "group";

    private final GroupTable table;
    private final AppointmentTable appointments;
    private final AppointmentChecks checks;
    private final CentreCalendar calendar;
    private final AccessService access;
    private final Clock clock;

    Groups(
            GroupTable table,
            AppointmentTable appointments,
            AppointmentChecks checks,
            CentreCalendar calendar,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.appointments = appointments;
        this.checks = checks;
        this.calendar = calendar;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens a group.
     *
     * @param scope of somebody who may write in the plan
     * @throws InvalidInput at {@code centre}, {@code name}, {@code entry}, {@code capacity} or {@code staff}
     */
    public GroupId open(Scope scope, OpenGroup command) {
        requireWriter(scope);
        if (!scope.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "agenda.error.centre");
        }
        if (table.find(command.id()).isPresent()) {
            return command.id();
        }
        var name = FreeText.requireLine("name", command.name(), 120);
        var entry = AppointmentChecks.required("entry", command.entry());
        var capacity = AppointmentChecks.required("capacity", command.capacity());
        if (capacity < 1 || capacity > LARGEST) {
            throw new InvalidInput("capacity", "agenda.error.capacity", LARGEST);
        }
        var staff = checks.colleagues(command.centre(), command.staff());
        table.insert(
                command,
                name,
                entry,
                capacity,
                checks.discipline(staff),
                staff,
                scope.actor().id(),
                clock.instant());
        access.recordAct(scope, AccessAction.CREATE, GROUP, command.id());
        return command.id();
    }

    /**
     * Ends a group: it takes nobody more, and has no sessions but those that are planned.
     *
     * @param scope of somebody who may write in the plan
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws NotFound when there is none
     */
    public void end(Scope scope, GroupId group, int expectedVersion) {
        requireWriter(scope);
        var row = reached(scope, group);
        if (!table.end(row.id(), expectedVersion, clock.instant())) {
            throw new StaleVersion();
        }
        access.recordAct(scope, AccessAction.CHANGE, GROUP, group);
    }

    /**
     * The groups of a centre that go on, by name.
     *
     * @param scope over the plan
     * @throws NotFound when the centre is none of the reader's
     */
    @Transactional(readOnly = true)
    public Slice<GroupRow> of(Scope scope, CentreId centre) {
        access.require(scope, Section.PLAN);
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        return Slice.of(table.of(centre, MOST_GROUPS + 1), MOST_GROUPS);
    }

    /**
     * The sessions of a group from today on, by time.
     *
     * @param scope over the plan
     */
    @Transactional(readOnly = true)
    public Slice<AppointmentRow> sessions(Scope scope, GroupId group) {
        access.require(scope, Section.PLAN);
        var row = reached(scope, group);
        var today = calendar.startOf(row.centre(), calendar.today(row.centre()).minusDays(7));
        return Slice.of(appointments.ofGroup(group, today, MOST_SESSIONS + 1), MOST_SESSIONS);
    }

    /**
     * The members of a group. Those named are logged before they are returned.
     *
     * @param scope over the plan
     * @throws NotFound when there is no such group in the reader's centres
     */
    @Transactional(readOnly = true)
    public GroupMembers members(Scope scope, GroupId group) {
        access.require(scope, Section.PLAN);
        var row = reached(scope, group);
        if (!row.staff().contains(scope.actor().id())) {
            return new GroupMembers(row.members(), List.of());
        }
        return new GroupMembers(row.members(), access.show(scope, table.members(group, scope.hidden(), LARGEST)));
    }

    /**
     * A session with those expected at it. Those named are logged before they are returned.
     *
     * @param scope over the plan
     * @throws NotFound when there is no such session in the reader's centres
     */
    @Transactional(readOnly = true)
    public GroupSession session(Scope scope, AppointmentId session) {
        access.require(scope, Section.PLAN);
        var row = appointments
                .find(session)
                .filter(found -> scope.centres().contains(found.centre()))
                .orElseThrow(NotFound::new);
        var id = row.group();
        if (id == null) {
            throw new NotFound();
        }
        var group = reached(scope, id);
        var leads = group.staff().contains(scope.actor().id())
                || row.staff().contains(scope.actor().id());
        var attendees = leads ? table.attendees(row, scope.hidden(), LARGEST) : List.<Attendee>of();
        access.show(scope, attendees.stream().map(Attendee::person).toList());
        return new GroupSession(row, group, attendees, group.members());
    }

    /**
     * The groups of which the person is a member.
     *
     * @param grant for the plan
     */
    @Transactional(readOnly = true)
    public List<GroupRow> of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return table.of(grant.people(), MOST_GROUPS).stream()
                .filter(row -> grant.centres().contains(row.centre()) && !grant.locked(Section.PLAN))
                .toList();
    }

    /**
     * Makes the person a member; nothing happens when they are one.
     *
     * @param grant to write in the plan
     * @param agreed whether the person signed that what is said in the group stays there
     * @throws InvalidInput at {@code agreed} when they did not
     * @throws Conflict when the group is full, ended, or open to everybody
     * @throws NotFound when there is no such group where the person is followed
     */
    public void join(Grant grant, GroupId group, boolean agreed) {
        access.require(grant, Section.PLAN, Right.WRITE);
        if (!agreed) {
            throw new InvalidInput("agreed", "agenda.error.agreement");
        }
        table.hold(group);
        var row = reached(grant, group);
        if (table.member(grant.people(), group)) {
            return;
        }
        if (row.entry() == GroupEntry.OPEN || row.endedAt() != null) {
            throw new Conflict("agenda.error.no-members");
        }
        if (row.full()) {
            throw new Conflict("agenda.error.full", row.capacity());
        }
        table.join(group, grant.person(), grant.actor().id(), clock.instant());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "group-membership", group);
    }

    /**
     * Ends the person's membership; nothing happens when there is none.
     *
     * @param grant to write in the plan
     * @throws NotFound when there is no such group where the person is followed
     */
    public void leave(Grant grant, GroupId group) {
        access.require(grant, Section.PLAN, Right.WRITE);
        reached(grant, group);
        if (table.leave(group, grant.people(), grant.actor().id(), clock.instant())) {
            access.recordChange(grant, grant.person(), AccessAction.CHANGE, "group-membership", group);
        }
    }

    private void requireWriter(Scope scope) {
        access.require(scope, Section.PLAN);
        access.requireWriter(scope);
    }

    private GroupRow reached(Scope scope, GroupId group) {
        return table.find(group)
                .filter(row -> scope.centres().contains(row.centre()))
                .orElseThrow(NotFound::new);
    }

    private GroupRow reached(Grant grant, GroupId group) {
        return table.find(group)
                .filter(row -> grant.centres().contains(row.centre()))
                .orElseThrow(NotFound::new);
    }
}
