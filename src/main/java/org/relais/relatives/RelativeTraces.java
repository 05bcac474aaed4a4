package org.relais.relatives;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessRules;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.RecordReaders;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.person.PersonRoutes;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.EntryId;
import org.relais.shared.StaffId;
import org.relais.staff.CurrentStaff;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** What contacts and support leave in the record, never with what a relative said; and a task where too much was told. */
@Component
class RelativeTraces {

    private static final Duration TO_BE_SEEN_WITHIN = Duration.ofDays(2);

    private final Timeline timeline;
    private final Worklist worklist;
    private final CurrentStaff staff;
    private final AccessRules matrix;
    private final RecordReaders readers;
    private final Centres centres;
    private final Clock clock;

    RelativeTraces(
            Timeline timeline,
            Worklist worklist,
            CurrentStaff staff,
            AccessRules matrix,
            RecordReaders readers,
            Centres centres,
            Clock clock) {
        this.timeline = timeline;
        this.worklist = worklist;
        this.staff = staff;
        this.matrix = matrix;
        this.readers = readers;
        this.centres = centres;
        this.clock = clock;
    }

    EntryId logged(Grant grant, RelativeContactRow row) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(RelativesDetail.NAME, row.name());
        detail.put(RelativesDetail.RELATION, row.relation().name());
        detail.put(RelativesDetail.FORM, row.form().name());
        detail.put(RelativesDetail.TOLD, RelativesTable.joined(row.told()));
        if (!row.beyond().isEmpty()) {
            detail.put(RelativesDetail.BEYOND, RelativesTable.joined(row.beyond()));
        }
        if (row.heard() != null) {
            detail.put(RelativesDetail.HEARD, "true");
        }
        return timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.SOCIAL,
                                grant.actor().role().discipline(),
                                RelativesDetail.CONTACT,
                                row.at(),
                                row.centre(),
                                row.id())
                        .by(grant.actor().id())
                        .saying(null, row.words())
                        .with(detail));
    }

    EntryId supported(Grant grant, SupportRow row, @Nullable SupportAnswer answer, @Nullable String note, Instant at) {
        var detail = new LinkedHashMap<String, String>(Map.of(
                RelativesDetail.NAME, row.name(),
                RelativesDetail.RELATION, row.relation().name(),
                RelativesDetail.KIND, row.kind().name()));
        if (answer != null) {
            detail.put(RelativesDetail.ANSWER, answer.name());
        }
        return timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.SOCIAL,
                                grant.actor().role().discipline(),
                                RelativesDetail.SUPPORT,
                                at,
                                row.centre(),
                                row.id())
                        .by(grant.actor().id())
                        .saying(null, note)
                        .with(detail));
    }

    /** Shows the key worker that something was told beyond what may be; who reads of it may open the record. */
    void beyond(Grant grant, RelativeContactRow row, @Nullable StaffId keyWorker) {
        var day = centres.centre(row.centre()).serviceDay();
        var due = day.of(clock.instant().plus(TO_BE_SEEN_WITHIN));
        worklist.put(
                grant,
                new NewTask(
                        grant.person(),
                        Section.SOCIAL,
                        grant.actor().role().discipline(),
                        RelativesDetail.BEYOND_TASK,
                        TaskTitle.key("relatives.task.beyond.title", row.name()),
                        day.endOf(due),
                        due,
                        keyWorker != null && reads(grant, keyWorker) ? keyWorker : null,
                        null,
                        row.centre(),
                        row.id(),
                        PersonRoutes.record(grant.person(), RelativesRoutes.SECTION)));
    }

    // More than a summary: the task is to read what was told
    private boolean reads(Grant grant, StaffId id) {
        var plan = matrix.inForce();
        return readers.mayBeAsked(grant, grant.person(), Section.SOCIAL, Right.READ, id)
                && staff.now(id)
                        .filter(member -> plan.level(member.role(), Section.SOCIAL) == Level.READ
                                && plan.writable(member.role(), Section.PLAN))
                        .isPresent();
    }
}
