package org.relais.agenda;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.record.Amendment;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.rules.RuleInForce;
import org.relais.shared.EntryId;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** What a missed appointment leaves elsewhere: an entry in the record, and a task to whoever held it. */
@Component
class MissedTraces {

    private final Timeline timeline;
    private final Worklist worklist;
    private final CentreCalendar calendar;
    private final AppointmentChecks checks;
    private final RuleInForce<AppointmentTerms> terms;

    MissedTraces(
            Timeline timeline,
            Worklist worklist,
            CentreCalendar calendar,
            AppointmentChecks checks,
            RuleInForce<AppointmentTerms> terms) {
        this.timeline = timeline;
        this.worklist = worklist;
        this.calendar = calendar;
        this.checks = checks;
        this.terms = terms;
    }

    // The entry comes first: a task begins a care relation, and the grant rests on what held before.
    EntryId missed(Grant grant, AppointmentRow row, AppointmentState state, @Nullable String reason, Instant now) {
        var entry = timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.PLAN,
                                row.discipline(),
                                MissedDetail.TYPE,
                                row.startsAt().isBefore(now) ? row.startsAt() : now,
                                row.centre(),
                                row.id())
                        .by(grant.actor().id())
                        .saying(row.subject() == null ? row.groupName() : row.subject(), reason)
                        .with(Map.of(
                                MissedDetail.STATE,
                                state.name(),
                                MissedDetail.KIND,
                                row.kind().name(),
                                MissedDetail.STARTS_AT,
                                row.startsAt().toString())));
        if (state == AppointmentState.NO_SHOW) {
            putTask(grant, row, entry);
        }
        return entry;
    }

    /** Somebody came after all: what was entered stays, struck, and nothing remains to be done. */
    void came(Grant grant, AppointmentRow row, EntryId entry, Instant now) {
        timeline.append(
                grant,
                NewEntry.of(grant.person(), Section.PLAN, row.discipline(), MissedDetail.TYPE, now, row.centre(), entry)
                        .by(grant.actor().id())
                        .amending(entry, Amendment.ENTERED_IN_ERROR));
        worklist.cancel(grant, entry);
    }

    private void putTask(Grant grant, AppointmentRow row, EntryId entry) {
        var day = calendar.workingDayAfter(row.centre(), terms.now().missedTaskWorkingDays());
        worklist.put(
                grant,
                new NewTask(
                        grant.person(),
                        Section.PLAN,
                        row.discipline(),
                        MissedDetail.TASK,
                        TaskTitle.key("agenda.task.no-show.title"),
                        calendar.endOf(row.centre(), day),
                        day,
                        checks.mayHold(row.centre(), row.holder()) ? row.holder() : null,
                        null,
                        row.centre(),
                        entry,
                        PersonRoutes.record(grant.person(), AgendaRoutes.SECTION)));
    }
}
