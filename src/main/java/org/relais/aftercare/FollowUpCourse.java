package org.relais.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Authority;
import org.relais.access.CareRelations;
import org.relais.access.RelationKind;
import org.relais.rules.RuleInForce;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StaleVersion;

/**
 * Begins and ends what a person agreed to, within the caller's transaction: the contacts of the rule, and the care
 * relation of whoever makes them, which lasts as long as they are to be made and no longer.
 */
@Component
class FollowUpCourse {

    private final FollowUpTable table;
    private final FollowUpTraces traces;
    private final CareRelations relations;
    private final RuleInForce<AftercareRule> rule;
    private final AftercareDays days;
    private final Clock clock;

    FollowUpCourse(
            FollowUpTable table,
            FollowUpTraces traces,
            CareRelations relations,
            RuleInForce<AftercareRule> rule,
            AftercareDays days,
            Clock clock) {
        this.table = table;
        this.traces = traces;
        this.relations = relations;
        this.rule = rule;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Writes down what the person said.
     *
     * @param people the person's records
     * @throws StaleVersion when the follow-up no longer stands as it was read
     */
    void answer(
            Authority authority,
            Collection<PersonId> people,
            FollowUpRow row,
            FollowUpAnswer answer,
            @Nullable StaffId worker) {
        var now = clock.instant();
        var by = authority.actor().id();
        // The entry comes first: what follows begins or ends a care relation, and the grant rests on what held before
        var entry = traces.answered(authority, row, answer, now);
        var agreed = answer == FollowUpAnswer.AGREED;
        if (agreed) {
            replaceOthers(authority, people, row, now);
        }
        var ending = !agreed && row.running() ? FollowUpEnding.DECLINED : null;
        if (!table.update(row, answer, agreed, ending, agreed ? worker : null, by, now)) {
            throw new StaleVersion();
        }
        table.keep(row, row.version() + 1, answer, entry, by, now);
        if (agreed) {
            plan(row, by, now);
            follow(authority, row, worker, now);
        } else if (row.running()) {
            table.endOpen(row.id(), days.today(row.centre()), by, now);
            unfollow(authority, row);
        }
    }

    /**
     * Ends a follow-up that has begun, with the contacts that are still open.
     *
     * @throws StaleVersion when it no longer stands as it was read
     */
    void end(Authority authority, FollowUpRow row, FollowUpEnding ending) {
        var now = clock.instant();
        var by = authority.actor().id();
        var answer = ending == FollowUpEnding.DECLINED ? FollowUpAnswer.DECLINED : row.answer();
        if (!table.update(row, answer, false, ending, row.worker(), by, now)) {
            throw new StaleVersion();
        }
        table.endOpen(row.id(), days.today(row.centre()), by, now);
        unfollow(authority, row);
    }

    /** Names who makes the contacts from now on; null: somebody of the unit again. */
    void hand(Authority authority, FollowUpRow row, @Nullable StaffId worker) {
        var now = clock.instant();
        if (!table.update(
                row, row.answer(), true, null, worker, authority.actor().id(), now)) {
            throw new StaleVersion();
        }
        relations.end(authority, row.person(), row.id(), now);
        follow(authority, row, worker, now);
    }

    /** The person died: nobody is to be called any more. */
    void died(Authority authority, Collection<PersonId> people) {
        table.running(people).forEach(row -> end(authority, row, FollowUpEnding.DECEASED));
    }

    private void replaceOthers(Authority authority, Collection<PersonId> people, FollowUpRow row, Instant now) {
        table.running(people).stream()
                .filter(other ->
                        other.centre().equals(row.centre()) && !other.id().equals(row.id()))
                .forEach(other -> end(authority, other, FollowUpEnding.REPLACED));
    }

    private void plan(FollowUpRow row, StaffId by, Instant now) {
        var today = days.today(row.centre());
        for (var contact : rule.now().contacts()) {
            var window = contact.after(row.exitOn());
            // Who is asked late is not called late for what could not be made
            if (!window.until().isBefore(today)) {
                table.plan(row, contact.months(), window, by, now);
            }
        }
    }

    private void follow(Authority authority, FollowUpRow row, @Nullable StaffId worker, Instant now) {
        if (worker == null) {
            relations.beginForUnit(authority, row.person(), RelationKind.FOLLOW_UP, row.centre(), row.unit(), row.id());
        } else {
            relations.beginForStaff(authority, row.person(), RelationKind.FOLLOW_UP, row.centre(), worker, row.id());
        }
        var applied = rule.now();
        var last = applied.contacts().getLast().after(row.exitOn()).until().plusDays(applied.keptDays());
        var end = days.endOf(row.centre(), last);
        // So that it ends even where nobody ever closes the last contact
        relations.end(authority, row.person(), row.id(), end.isBefore(now) ? now : end);
    }

    // Until the end of the day: whoever heard it writes it down where it belongs
    private void unfollow(Authority authority, FollowUpRow row) {
        relations.end(authority, row.person(), row.id(), days.endOf(row.centre(), days.today(row.centre())));
    }
}
