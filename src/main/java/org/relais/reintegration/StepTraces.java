package org.relais.reintegration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** What a step leaves elsewhere: an entry in the record for each change, and a task as long as it is open. */
@Component
class StepTraces {

    private final Timeline timeline;
    private final Worklist worklist;
    private final ServiceDays days;

    StepTraces(Timeline timeline, Worklist worklist, ServiceDays days) {
        this.timeline = timeline;
        this.worklist = worklist;
        this.days = days;
    }

    // The entry comes first: a task begins or ends a care relation, and the grant rests on what held before.
    EntryId added(Grant grant, StepRow step, Instant now) {
        var entry = append(grant, step, Map.of(), now);
        put(grant, step);
        return entry;
    }

    EntryId changed(Grant grant, StepRow before, StepRow after, Instant now) {
        var changes = new LinkedHashMap<String, String>();
        if (before.status() != after.status()) {
            changes.put(StepDetail.STATUS_BEFORE, before.status().name());
        }
        if (!before.dueOn().equals(after.dueOn())) {
            changes.put(StepDetail.DUE_BEFORE, before.dueOn().toString());
        }
        if (before.awaited() != after.awaited() && after.status().open()) {
            changes.put(StepDetail.AWAITED, String.valueOf(after.awaited()));
        }
        var entry = append(grant, after, changes, now);
        switch (after.status()) {
            case TODO, DOING, BLOCKED -> {
                if (!before.dueOn().equals(after.dueOn())
                        || !before.responsible().equals(after.responsible())) {
                    put(grant, after);
                }
            }
            case DONE -> worklist.complete(grant, after.id());
            case CANCELLED -> worklist.cancel(grant, after.id());
        }
        return entry;
    }

    EntryId contacted(
            Grant grant, StepRow step, ContactWay way, NoteContact contact, @Nullable String note, Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(ContactDetail.WAY, way.name());
        detail.put(ContactDetail.REACHED, String.valueOf(contact.reached()));
        step.through().ifPresent(partner -> detail.put(ContactDetail.PARTNER, partner));
        return timeline.append(
                grant,
                NewEntry.of(
                                step.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                ContactDetail.TYPE,
                                now,
                                step.centre(),
                                contact.id())
                        .by(grant.actor().id())
                        .saying(step.title(), note)
                        .with(detail));
    }

    private void put(Grant grant, StepRow step) {
        worklist.put(
                grant,
                new NewTask(
                        step.person(),
                        Section.SOCIAL,
                        Discipline.SOCIAL,
                        StepDetail.TYPE,
                        TaskTitle.text(step.title()),
                        days.endOf(step.centre(), step.dueOn()),
                        step.dueOn(),
                        step.responsible() instanceof Responsible.Worker(var staff) ? staff : null,
                        null,
                        step.centre(),
                        step.id(),
                        PersonRoutes.record(step.person(), ReintegrationRoutes.SECTION)));
    }

    private EntryId append(Grant grant, StepRow step, Map<String, String> changes, Instant now) {
        var detail = new LinkedHashMap<>(changes);
        detail.put(StepDetail.STATUS, step.status().name());
        detail.put(StepDetail.DUE, step.dueOn().toString());
        detail.put(StepDetail.DOMAIN, step.domain().name());
        step.through().ifPresent(partner -> detail.put(StepDetail.PARTNER, partner));
        return timeline.append(
                grant,
                NewEntry.of(
                                step.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                StepDetail.TYPE,
                                now,
                                step.centre(),
                                step.id())
                        .by(grant.actor().id())
                        .saying(step.title(), step.reason())
                        .with(detail));
    }
}
