package org.relais.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
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
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.GoalId;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.ReviewId;

/**
 * The reviews of a care plan: what served each goal since the last one is gathered, what is said of it is signed, and
 * the next one gets its day. What was signed stays; a correction is a new version.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Reviews {

    /** The longest summary of a goal, in characters. */
    public static final int SUMMARY = 1_000;

    /** The longest words of the person, in characters. */
    public static final int WORDS = 2_000;

    /** The most reviews that are read; older ones are in the record. */
    public static final int MOST_REVIEWS = 100;

    private static final int MOST_DUE = 200;
    private static final int YEAR = 1;

    private final ReviewTable table;
    private final ReviewDates dates;
    private final ReviewMembers members;
    private final Goals goals;
    private final GoalSteps steps;
    private final GoalActs acts;
    private final PlanDays days;
    private final Timeline timeline;
    private final Drafts drafts;
    private final AccessService access;
    private final Clock clock;

    Reviews(
            ReviewTable table,
            ReviewDates dates,
            ReviewMembers members,
            Goals goals,
            GoalSteps steps,
            GoalActs acts,
            PlanDays days,
            Timeline timeline,
            Drafts drafts,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.dates = dates;
        this.members = members;
        this.goals = goals;
        this.steps = steps;
        this.acts = acts;
        this.days = days;
        this.timeline = timeline;
        this.drafts = drafts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a review begins from: each goal with what served it since the review before, cut to what the reader may see.
     * A constant number of SQL.
     *
     * @param record for the record
     */
    @Transactional(readOnly = true)
    public ReviewBasis basis(Grant record) {
        access.requireRecord(record);
        access.require(record, Section.PLAN, Right.READ);
        var before = table.latest(record.people(), 1).stream().findFirst();
        var since = before.map(ReviewRow::gatheredAt).orElse(null);
        var now = clock.instant();
        var then = before.map(Reviews::states).orElse(Map.of());
        var asked = goals.of(record).goals().stream()
                .filter(goal -> goal.state().open() || then.get(goal.id()) != goal.state())
                .toList();
        var ids = asked.stream().map(GoalRow::id).toList();
        var served = acts.of(record, ids, since).stream()
                .filter(Reviews::tells)
                .collect(Collectors.groupingBy(GoalAct::goal));
        var done = steps.of(record, ids).stream().collect(Collectors.groupingBy(GoalStepRow::goal));
        // What the review before did to a goal is said there
        var changes = table.changes(ids, before.map(ReviewRow::signedAt).orElse(Instant.EPOCH));
        return new ReviewBasis(
                before.filter(row -> level(record, row) == EntryLevel.FULL).orElse(null),
                table.lastNumber(record.people()),
                since,
                now,
                asked.stream()
                        .map(goal -> new ReviewGoal(
                                goal,
                                then.getOrDefault(goal.id(), GoalState.DRAFT),
                                served.getOrDefault(goal.id(), List.of()),
                                done.getOrDefault(goal.id(), List.of()),
                                changes.getOrDefault(goal.id(), List.of())))
                        .toList());
    }

    /**
     * Signs a review and moves the goals where it says. A second call with the same id, or of the same draft, signs
     * nothing more.
     *
     * @param plan to write in the plan
     * @param record for the record of the same person
     * @throws StaleReview when a colleague signed one meanwhile, with theirs
     * @throws StaleGoal when a goal that is to move was changed meanwhile
     * @throws org.relais.record.StaleDraft when the draft was saved elsewhere meanwhile
     * @throws Conflict when a goal cannot go there from where it stands
     * @throws InvalidInput at {@code centre}, {@code heldOn}, {@code members}, {@code words} or {@code nextOn}, or at the
     *     {@link ReviewFields field} of a goal
     */
    public EntryId sign(Grant plan, Grant record, SignReview command) {
        requireBoth(plan, record);
        var before = table.find(plan.people(), command.id());
        if (before.isPresent()) {
            return before.get().entry();
        }
        if (!plan.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "plan.error.centre");
        }
        var draft = command.draft();
        if (draft != null) {
            var signed = drafts.sign(plan, draft, command.expectedDraftVersion());
            if (signed.isPresent()) {
                return signed.get();
            }
        }
        var last = table.lastNumber(plan.people());
        if (last != command.lastNumber()) {
            throw new StaleReview(latest(plan));
        }
        var today = days.today(command.centre());
        var heldOn = held(command.heldOn(), today);
        var words = FreeText.optional("words", command.words(), WORDS);
        var present = members.checked(record, command.centre(), command.members());
        var since = table.latest(plan.people(), 1).stream().findFirst();
        var reviewed =
                reviewed(plan, command, heldOn, since.map(Reviews::states).orElse(Map.of()));
        var open = goals.of(plan).goals().stream().anyMatch(goal -> goal.state().open());
        var nextOn = next(command.nextOn(), today, open);
        var now = clock.instant();
        return kept(
                plan,
                new ReviewRow(
                        command.id(),
                        plan.person(),
                        command.centre(),
                        plan.unitIn(command.centre()).orElse(null),
                        last + 1,
                        1,
                        null,
                        null,
                        heldOn,
                        since.map(ReviewRow::gatheredAt).orElse(null),
                        gathered(command.gatheredAt(), now),
                        words,
                        nextOn,
                        reviewed,
                        present,
                        EntryId.create(),
                        now,
                        plan.actor().id()),
                command);
    }

    /**
     * Says a review rightly, as a new version that points at the one before; that one stays. It moves no goal. A second
     * call with the same id changes nothing.
     *
     * @param plan to write in the plan
     * @param record for the record of the same person
     * @throws StaleReview when a colleague corrected it meanwhile, with theirs
     * @throws InvalidInput at {@code reason}, {@code members}, {@code words} or {@code summary}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public EntryId correct(Grant plan, Grant record, CorrectReview command) {
        requireBoth(plan, record);
        var done = table.find(plan.people(), command.id());
        if (done.isPresent()) {
            return done.get().entry();
        }
        var before = readable(plan, command.corrects());
        if (!plan.centres().contains(before.centre())) {
            throw new NotFound();
        }
        var versions = table.versions(before.person(), before.number());
        if (!versions.getFirst().id().equals(before.id())) {
            throw new StaleReview(versions.getFirst());
        }
        var reason = FreeText.require("reason", command.reason(), GoalLife.TEXT);
        var now = clock.instant();
        return kept(
                plan,
                new ReviewRow(
                        command.id(),
                        before.person(),
                        before.centre(),
                        plan.unitIn(before.centre()).orElse(null),
                        before.number(),
                        before.version() + 1,
                        before.id(),
                        reason,
                        before.heldOn(),
                        before.coversFrom(),
                        before.gatheredAt(),
                        FreeText.optional("words", command.words(), WORDS),
                        before.nextOn(),
                        before.goals().stream()
                                .map(goal -> corrected(goal, command.summaries()))
                                .toList(),
                        members.checked(record, before.centre(), command.members()),
                        EntryId.create(),
                        now,
                        plan.actor().id()),
                null);
    }

    /**
     * The person's reviews, the latest first, cut to what the grant shows.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public ReviewList of(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        var full = new ArrayList<ReviewRow>();
        var titles = new ArrayList<ReviewTitle>();
        var hidden = 0;
        for (var review : table.latest(grant.people(), MOST_REVIEWS)) {
            switch (level(grant, review)) {
                case FULL -> full.add(review);
                case SUMMARY ->
                    titles.add(new ReviewTitle(review.number(), review.signedAt(), review.signedBy(), review.centre()));
                case EXISTENCE -> hidden++;
                case HIDDEN -> {
                    // Nothing of it may be known
                }
            }
        }
        return new ReviewList(full, titles, hidden);
    }

    /**
     * Every version of a review that may be read, the latest first.
     *
     * @param grant for the plan, in full
     * @throws NotFound when there is none, or not so much of it may be read
     */
    @Transactional(readOnly = true)
    public List<ReviewRow> versions(Grant grant, ReviewId review) {
        access.require(grant, Section.PLAN, Right.READ);
        var found = readable(grant, review);
        return table.versions(found.person(), found.number()).stream()
                .filter(version -> level(grant, version) == EntryLevel.FULL)
                .toList();
    }

    /**
     * When the plan is reviewed next, for each centre that follows the person and that the reader works in.
     *
     * @param grant for the plan, or for the record
     */
    @Transactional(readOnly = true)
    public List<ReviewDate> dates(Grant grant) {
        access.require(grant, Section.PLAN, Right.READ);
        return dates.of(grant.people()).stream()
                .filter(date -> grant.centres().contains(date.centre()))
                .toList();
    }

    /**
     * Sets the day of the next review of a centre; nothing happens when it is that day.
     *
     * @param grant to write in the plan
     * @throws StaleReviewDate when it was changed meanwhile, with what it is now
     * @throws InvalidInput at {@code centre} or {@code dueOn}
     */
    public ReviewDate schedule(Grant grant, ScheduleReview command) {
        access.require(grant, Section.PLAN, Right.WRITE);
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "plan.error.centre");
        }
        var dueOn = next(command.dueOn(), days.today(command.centre()), true);
        var before = date(grant, command.centre());
        if (before != null && before.dueOn().equals(dueOn)) {
            return before;
        }
        if ((before == null ? 0 : before.version()) != command.expectedVersion()) {
            throw new StaleReviewDate(before);
        }
        var now = clock.instant();
        if (before == null) {
            dates.set(
                    grant.person(),
                    command.centre(),
                    Objects.requireNonNull(dueOn),
                    grant.actor().id(),
                    now);
        } else if (!dates.change(
                grant.people(),
                command.centre(),
                Objects.requireNonNull(dueOn),
                before.version(),
                grant.actor().id(),
                now)) {
            throw new StaleReviewDate(date(grant, command.centre()));
        }
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "plan-review-date", grant.person());
        return Objects.requireNonNull(date(grant, command.centre()));
    }

    /**
     * Whose plan a centre of the scope reviews until a day, the most late first. The people are logged before they are
     * returned.
     *
     * @param scope over the plan
     * @throws NotFound when the scope has no such centre
     */
    @Transactional(readOnly = true)
    public List<DueReview> due(Scope scope, CentreId centre, LocalDate until) {
        access.requireFull(scope, Section.PLAN);
        if (!scope.centres().contains(centre)) {
            throw new NotFound();
        }
        var due = dates.due(scope, centre, until, MOST_DUE);
        access.show(scope, due.stream().map(DueReview::person).distinct().toList());
        return due;
    }

    /** The rule that says how often plans are reviewed. */
    @PreAuthorize("isAuthenticated()")
    public ReviewRule rule() {
        return dates.rule();
    }

    private EntryId kept(Grant plan, ReviewRow review, @Nullable SignReview command) {
        var entry = append(plan, review, command);
        var stored = review.as(entry);
        try {
            table.insert(stored, dates.rule().rule().code(), dates.rule().rule().version());
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("plan.review.error.meanwhile");
        }
        if (command != null) {
            if (stored.nextOn() == null) {
                dates.forget(plan.people(), stored.centre());
            } else {
                dates.set(
                        plan.person(),
                        stored.centre(),
                        stored.nextOn(),
                        plan.actor().id(),
                        stored.signedAt());
            }
        }
        access.recordChange(plan, plan.person(), AccessAction.SIGN, "plan-review", stored.id());
        return entry;
    }

    private EntryId append(Grant plan, ReviewRow review, @Nullable SignReview command) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(ReviewDetail.NUMBER, Integer.toString(review.number()));
        detail.put(ReviewDetail.VERSION, Integer.toString(review.version()));
        detail.put(ReviewDetail.GOALS, Integer.toString(review.goals().size()));
        detail.put(
                ReviewDetail.ATTAINED,
                Long.toString(review.goals().stream().filter(Reviews::attained).count()));
        if (review.nextOn() != null) {
            detail.put(ReviewDetail.NEXT, review.nextOn().toString());
        }
        if (review.members().stream().anyMatch(ReviewMember.ThePerson.class::isInstance)) {
            detail.put(ReviewDetail.PERSON, "1");
        }
        var entry = NewEntry.of(
                        plan.person(),
                        Section.PLAN,
                        plan.actor().role().discipline(),
                        ReviewDetail.TYPE,
                        review.signedAt(),
                        review.centre(),
                        review.id())
                .by(plan.actor().id())
                .saying(null, text(review))
                .with(detail);
        var draft = command == null ? null : command.draft();
        return timeline.append(plan, draft == null ? entry : entry.signedFrom(draft));
    }

    // The words of their author and of the person; what the software says of it is said where it is shown
    private static String text(ReviewRow review) {
        var lines = new ArrayList<String>();
        if (review.reason() != null) {
            lines.add(review.reason());
        }
        if (review.words() != null) {
            lines.add("« " + review.words() + " »");
        }
        review.goals().stream()
                .map(goal -> goal.summary() == null ? goal.statement() : goal.statement() + "\n" + goal.summary())
                .forEach(lines::add);
        return String.join("\n\n", lines);
    }

    private List<ReviewedGoal> reviewed(Grant plan, SignReview command, LocalDate heldOn, Map<GoalId, GoalState> then) {
        var known = new HashSet<GoalId>();
        var reviewed = new ArrayList<ReviewedGoal>();
        for (var said : command.goals()) {
            if (!known.add(said.goal())) {
                throw new IllegalArgumentException("A goal stands twice in a review");
            }
            var goal = goals.readable(plan, said.goal());
            var summary = FreeText.optional(ReviewFields.summary(goal.id()), said.summary(), SUMMARY);
            var after = moved(plan, goal, said, heldOn);
            reviewed.add(new ReviewedGoal(
                    goal.id(), after.statement(), then.getOrDefault(goal.id(), goal.state()), after.state(), summary));
        }
        return reviewed;
    }

    private GoalRow moved(Grant plan, GoalRow goal, SignReview.Said said, LocalDate heldOn) {
        var state = said.state();
        if (state == null || state == goal.state()) {
            return goal;
        }
        try {
            return goals.move(plan, new MoveGoal(goal.id(), said.expectedVersion(), state, heldOn, said.evidence()));
        } catch (InvalidInput refusal) {
            // Which of the goals was meant
            throw new InvalidInput(ReviewFields.of(refusal.field(), goal.id()), refusal.key(), refusal.arguments());
        }
    }

    private static ReviewedGoal corrected(ReviewedGoal goal, Map<GoalId, String> summaries) {
        return new ReviewedGoal(
                goal.goal(),
                goal.statement(),
                goal.before(),
                goal.state(),
                summaries.containsKey(goal.goal())
                        ? FreeText.optional(ReviewFields.summary(goal.goal()), summaries.get(goal.goal()), SUMMARY)
                        : goal.summary());
    }

    private LocalDate held(@Nullable LocalDate on, LocalDate today) {
        var held = on == null ? today : on;
        if (held.isAfter(today)) {
            throw new InvalidInput("heldOn", "plan.error.ahead");
        }
        if (held.isBefore(today.minusYears(YEAR))) {
            throw new InvalidInput("heldOn", "plan.review.error.long-ago");
        }
        return held;
    }

    private @Nullable LocalDate next(@Nullable LocalDate on, LocalDate today, boolean needed) {
        if (on == null) {
            if (needed) {
                throw new InvalidInput("nextOn", "shared.error.required");
            }
            return null;
        }
        if (!on.isAfter(today)) {
            throw new InvalidInput("nextOn", "plan.review.error.next-past");
        }
        if (on.isAfter(dates.latest(today))) {
            throw new InvalidInput(
                    "nextOn", "plan.review.error.next-far", dates.rule().longestMonths());
        }
        return on;
    }

    // What was gathered on an open page an hour ago covers nothing after it; a time ahead is nobody's
    private static Instant gathered(Instant said, Instant now) {
        return said.isAfter(now) ? now : said;
    }

    private static boolean attained(ReviewedGoal goal) {
        return goal.before() != goal.state()
                && (goal.state() == GoalState.ATTAINED || goal.state() == GoalState.PARTLY_ATTAINED);
    }

    // What only exists for the reader, as a process note does for the team, tells a review nothing (PRI-01)
    private static boolean tells(GoalAct act) {
        var entry = act.entry();
        return (entry.level() == EntryLevel.FULL || entry.level() == EntryLevel.SUMMARY)
                && entry.section() != Section.PROCESS_NOTE
                && !entry.enteredInError();
    }

    private static Map<GoalId, GoalState> states(ReviewRow review) {
        return review.goals().stream().collect(Collectors.toUnmodifiableMap(ReviewedGoal::goal, ReviewedGoal::state));
    }

    private @Nullable ReviewDate date(Grant grant, CentreId centre) {
        return dates.of(grant.people()).stream()
                .filter(date -> date.centre().equals(centre))
                .findFirst()
                .orElse(null);
    }

    private @Nullable ReviewRow latest(Grant plan) {
        return table.latest(plan.people(), 1).stream()
                .filter(review -> level(plan, review) == EntryLevel.FULL)
                .findFirst()
                .orElse(null);
    }

    private ReviewRow readable(Grant grant, ReviewId id) {
        return table.find(grant.people(), id)
                .filter(review -> level(grant, review) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private void requireBoth(Grant plan, Grant record) {
        access.require(plan, Section.PLAN, Right.WRITE);
        access.requireRecord(record);
        if (!plan.person().equals(record.person())
                || !plan.actor().id().equals(record.actor().id())) {
            throw new IllegalArgumentException("Both grants are for one person and one author");
        }
    }

    private static EntryLevel level(Grant grant, ReviewRow review) {
        return grant.entryLevel(
                Section.PLAN,
                review.centre(),
                review.unit(),
                review.signedBy().equals(grant.actor().id()));
    }
}
