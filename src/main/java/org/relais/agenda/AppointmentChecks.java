package org.relais.agenda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessRules;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.FreeText;
import org.relais.shared.GroupId;
import org.relais.shared.InvalidInput;
import org.relais.shared.MeetingRoomId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffMember;

/** Checks what was typed for an appointment; nothing is repaired in silence. */
@Component
class AppointmentChecks {

    private static final String REQUIRED = "shared.error.required";

    private final CentreCalendar calendar;
    private final Centres centres;
    private final CurrentStaff staff;
    private final AccessRules matrix;
    private final RuleInForce<AppointmentTerms> terms;

    AppointmentChecks(
            CentreCalendar calendar,
            Centres centres,
            CurrentStaff staff,
            AccessRules matrix,
            RuleInForce<AppointmentTerms> terms) {
        this.calendar = calendar;
        this.centres = centres;
        this.staff = staff;
        this.matrix = matrix;
        this.terms = terms;
    }

    /** @param own the centres in which the actor may book */
    NewAppointment checked(
            BookAppointment command,
            Set<CentreId> own,
            @Nullable PersonId person,
            @Nullable GroupId group,
            @Nullable UnitId unit) {
        if (!own.contains(command.centre())) {
            throw new InvalidInput("centre", "agenda.error.centre");
        }
        var kind = required("kind", command.kind());
        if (group == null && (person == null ? !kind.withoutPerson() : !kind.forPerson())) {
            throw new InvalidInput("kind", "agenda.error.kind");
        }
        var day = required("day", command.day());
        var time = required("time", command.time());
        var minutes = minutes(command.minutes());
        var colleagues = colleagues(command.centre(), command.staff());
        var repeat = command.repeat();
        return new NewAppointment(
                command.id(),
                person,
                group,
                command.centre(),
                unit,
                kind,
                discipline(colleagues),
                FreeText.optionalLine("subject", command.subject(), FreeText.LINE),
                FreeText.optionalLine("place", command.place(), FreeText.LINE),
                room(command.centre(), command.room()),
                colleagues,
                repeat != null,
                repeat == null
                        ? new CentreCalendar.Series(
                                List.of(calendar.slot(command.centre(), day, time, minutes)), List.of())
                        : calendar.series(command.centre(), day, time, minutes, repeat));
    }

    int minutes(@Nullable Integer typed) {
        var minutes = required("minutes", typed);
        var term = terms.now();
        if (minutes < term.shortestMinutes() || minutes > term.longestMinutes()) {
            throw new InvalidInput("minutes", "agenda.error.minutes", term.shortestMinutes(), term.longestMinutes());
        }
        return minutes;
    }

    @Nullable
    MeetingRoomId room(CentreId centre, @Nullable MeetingRoomId chosen) {
        if (chosen != null
                && centres.meetingRooms(centre).stream()
                        .noneMatch(room -> room.id().equals(chosen))) {
            throw new InvalidInput("room", "agenda.error.room");
        }
        return chosen;
    }

    /** Each works at the centre and may at least know that the person has an appointment and what it is called. */
    List<StaffId> colleagues(CentreId centre, List<StaffId> chosen) {
        var each = List.copyOf(new LinkedHashSet<>(chosen));
        if (each.isEmpty()) {
            throw new InvalidInput("staff", REQUIRED);
        }
        if (each.size() > terms.now().mostColleagues()) {
            throw new InvalidInput(
                    "staff", "agenda.error.too-many-colleagues", terms.now().mostColleagues());
        }
        each.forEach(id -> requireColleague(centre, id));
        return each;
    }

    Discipline discipline(List<StaffId> colleagues) {
        return staff.now(colleagues.getFirst())
                .map(member -> member.role().discipline())
                .orElse(Discipline.ADMINISTRATIVE);
    }

    boolean mayHold(CentreId centre, StaffId id) {
        return staff.now(id)
                .filter(member -> worksAt(member, centre) && reads(member))
                .isPresent();
    }

    private void requireColleague(CentreId centre, StaffId id) {
        var member = staff.now(id)
                .filter(found -> worksAt(found, centre))
                .orElseThrow(() -> new InvalidInput("staff", "agenda.error.staff"));
        if (!reads(member)) {
            throw new InvalidInput("staff", "agenda.error.staff-may-not", member.name());
        }
    }

    private static boolean worksAt(StaffMember member, CentreId centre) {
        return member.active() && member.centres().contains(centre);
    }

    private boolean reads(StaffMember member) {
        return matrix.inForce().level(member.role(), Section.PLAN).atLeast(Level.SUMMARY);
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, REQUIRED);
        }
        return value;
    }
}
