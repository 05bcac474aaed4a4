package org.relais.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.EntryId;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** What an action leaves elsewhere: an entry in the record, its place under the goal, and a task as long as it is open. */
@Component
class ActionTraces {

    private final Timeline timeline;
    private final GoalSteps steps;
    private final Worklist worklist;
    private final PlanDays days;

    ActionTraces(Timeline timeline, GoalSteps steps, Worklist worklist, PlanDays days) {
        this.timeline = timeline;
        this.steps = steps;
        this.worklist = worklist;
        this.days = days;
    }

    // The entry comes first: a task begins or ends a care relation, and the grant rests on what held before.
    EntryId added(Grant grant, ActionRow action, Instant now) {
        var entry = append(grant, action, Map.of(), now);
        keep(grant, action);
        put(grant, action);
        return entry;
    }

    EntryId changed(Grant grant, ActionRow before, ActionRow after, Instant now) {
        var entry = append(
                grant,
                after,
                before.state() == after.state()
                        ? Map.of()
                        : Map.of(ActionDetail.STATE_BEFORE, before.state().name()),
                now);
        keep(grant, after);
        switch (after.state()) {
            case TODO, DOING, BLOCKED -> {
                if (!before.dueOn().equals(after.dueOn()) || !java.util.Objects.equals(before.owner(), after.owner())) {
                    put(grant, after);
                }
            }
            case DONE -> worklist.complete(grant, after.id());
            case CANCELLED -> worklist.cancel(grant, after.id());
        }
        return entry;
    }

    private void keep(Grant grant, ActionRow action) {
        steps.keep(
                grant,
                new GoalStep(
                        action.goal(),
                        action.id(),
                        Section.PLAN,
                        action.discipline(),
                        action.centre(),
                        action.title(),
                        action.owner(),
                        action.dueOn(),
                        action.state()));
    }

    private void put(Grant grant, ActionRow action) {
        worklist.put(
                grant,
                new NewTask(
                        action.person(),
                        Section.PLAN,
                        action.discipline(),
                        ActionDetail.TYPE,
                        TaskTitle.text(action.title()),
                        days.endOf(action.centre(), action.dueOn()),
                        action.dueOn(),
                        action.owner(),
                        null,
                        action.centre(),
                        action.id(),
                        PlanRoutes.plan(action.person())));
    }

    private EntryId append(Grant grant, ActionRow action, Map<String, String> changes, Instant now) {
        var detail = new LinkedHashMap<>(changes);
        detail.put(ActionDetail.STATE, action.state().name());
        detail.put(ActionDetail.DUE, action.dueOn().toString());
        if (action.owner() != null) {
            detail.put(ActionDetail.OWNER, action.owner().toString());
        }
        return timeline.append(
                grant,
                NewEntry.of(
                                action.person(),
                                Section.PLAN,
                                action.discipline(),
                                ActionDetail.TYPE,
                                now,
                                action.centre(),
                                action.id())
                        .by(grant.actor().id())
                        .saying(action.title(), action.reason())
                        .with(detail));
    }
}
