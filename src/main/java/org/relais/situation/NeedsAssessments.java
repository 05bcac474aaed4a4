package org.relais.situation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.person.PersonRoutes;
import org.relais.record.Amendment;
import org.relais.record.Drafts;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.NeedId;
import org.relais.shared.NotFound;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/**
 * The ratings of a person's needs (domain reference F.1). A domain in acute crisis becomes a task that stays until
 * something was done about it or the domain is rated better.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class NeedsAssessments {

    /** In the entry's detail: the {@link Occasion}. */
    public static final String OCCASION = "occasion";

    /** In the entry's detail: the mean; absent for an incomplete rating. */
    public static final String MEAN = "mean";

    /** In the entry's detail: how many domains stay open. */
    public static final String OPEN = "open";

    /** In the entry's detail: the domains in acute crisis, comma-separated. */
    public static final String URGENT = "urgent";

    /** In the entry's detail: the domain that was answered. */
    public static final String DOMAIN = "domain";

    /** The longest text of a domain, in characters. */
    public static final int TEXT = 500;

    private static final String TASK = "situation.urgent";

    private final NeedsTable table;
    private final SituationLists lists;
    private final SituationDays days;
    private final Timeline timeline;
    private final Drafts drafts;
    private final Worklist worklist;
    private final AccessService access;
    private final Clock clock;

    NeedsAssessments(
            NeedsTable table,
            SituationLists lists,
            SituationDays days,
            Timeline timeline,
            Drafts drafts,
            Worklist worklist,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.days = days;
        this.timeline = timeline;
        this.drafts = drafts;
        this.worklist = worklist;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Signs a rating, with its tasks.
     *
     * @param write to write in the social section
     * @throws InvalidInput at the name of the domain that is rated with no level of the matrix, at {@code answers}
     *     when domains are open and its author does not say so, at {@code occasion}, {@code assessedOn},
     *     {@code comment}, {@code reason} or {@code centre}
     * @throws org.relais.record.StaleDraft when the draft was saved elsewhere meanwhile
     * @throws Conflict when the draft was signed elsewhere, or what it corrects is corrected already
     * @throws NotFound when what it corrects is not there for the actor
     */
    public SignedNeeds sign(Grant write, SignNeeds command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return new SignedNeeds(command.id(), before.get().entry());
        }
        var matrix = lists.matrix();
        var wrong = wrong(write, command.correction());
        var checked = new NeedsCheck(matrix, days.today(command.centre())).checked(write, command, wrong);
        var score = NeedsScore.of(matrix, levels(checked.answers()));
        var now = clock.instant();
        var entry = append(write, command, matrix, checked, score, now);
        if (wrong != null) {
            strike(write, wrong, command, checked.reason());
        }
        var needs = needs(write, command.centre(), matrix, checked.answers(), now);
        var rating = new NeedsRating(
                command.id(),
                write.person(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                matrix.rule().version(),
                checked.occasion(),
                checked.assessedOn(),
                score.mean().orElse(null),
                List.of(),
                checked.comment(),
                wrong == null ? null : wrong.id(),
                checked.reason(),
                null,
                now,
                write.actor().id(),
                entry);
        try {
            table.insert(rating, score);
        } catch (DuplicateKeyException quicker) {
            throw new Conflict("situation.error.corrected");
        }
        follow(write, rating, matrix, needs, latest(write, rating));
        access.recordChange(write, write.person(), AccessAction.SIGN, "situation-assessment", command.id());
        return new SignedNeeds(command.id(), entry);
    }

    /**
     * The ratings that the grant shows.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public NeedsHistory of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var all = table.of(grant.people());
        var shown = all.stream().filter(one -> shown(grant, one)).toList();
        return new NeedsHistory(shown, shown.size() < all.size());
    }

    /**
     * Says that something was done about a need; its task is done.
     *
     * @param write to write in the social section
     * @throws InvalidInput at {@code what}
     * @throws NotFound when there is none, not so much of it may be read, or it belongs to a centre in which the actor
     *     takes no part
     */
    public void answer(Grant write, AnswerNeed command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        if (table.answered(write.people(), command.id())) {
            return;
        }
        var rating = table.ofNeed(write.people(), command.need())
                .filter(one -> write.centres().contains(one.centre()) && shown(write, one))
                .orElseThrow(NotFound::new);
        var need = rating.needs().stream()
                .filter(one -> one.id().equals(command.need()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var what = FreeText.requireLine("what", command.what(), FreeText.LINE);
        var now = clock.instant();
        var entry = timeline.append(
                write,
                entry(write, rating.centre(), EntryTypes.NEED_ANSWERED, command.id(), now)
                        .saying(what, null)
                        .with(Map.of(DOMAIN, need.domain().name())));
        var task = table.taskOf(need.id());
        table.answer(
                command.id(), task.orElse(need.id()), what, entry, write.actor().id(), now);
        task.ifPresent(id -> worklist.complete(write, id));
        access.recordChange(write, write.person(), AccessAction.CREATE, "situation-need-answer", command.id());
    }

    private @Nullable NeedsRating wrong(Grant write, SignNeeds.@Nullable Correction correction) {
        if (correction == null) {
            return null;
        }
        var wrong = table.find(write.people(), correction.supersedes())
                .filter(one -> write.centres().contains(one.centre()) && shown(write, one))
                .orElseThrow(NotFound::new);
        if (!wrong.holds()) {
            throw new Conflict("situation.error.corrected");
        }
        return wrong;
    }

    // A rating that is dated before another one tells how things stood then, and calls for nothing now
    private boolean latest(Grant write, NeedsRating rating) {
        return table.of(write.people()).stream()
                .filter(one -> one.holds() && one.centre().equals(rating.centre()))
                .noneMatch(one -> one.assessedOn().isAfter(rating.assessedOn()));
    }

    private List<Need> needs(
            Grant write, CentreId centre, NeedsMatrix matrix, Map<NeedDomain, NeedAnswer> answers, Instant now) {
        var due = days.workingDayAfter(centre, now, matrix.urgentWorkingDays());
        var needs = new ArrayList<Need>();
        for (var domain : matrix.domains()) {
            var answer = answers.get(domain);
            if (answer != null) {
                needs.add(new Need(
                        NeedId.create(),
                        write.person(),
                        centre,
                        domain,
                        answer,
                        answer.level() == matrix.urgentLevel() ? due : null,
                        false));
            }
        }
        return needs;
    }

    // What is still urgent keeps its task and its day; what is rated better needs it no longer
    private void follow(Grant write, NeedsRating rating, NeedsMatrix matrix, List<Need> needs, boolean latest) {
        var waiting = latest
                ? table.waiting(write.people(), rating.centre()).stream()
                        .collect(Collectors.toMap(
                                NeedsTable.Waiting::domain, Function.identity(), (first, second) -> first))
                : Map.<NeedDomain, NeedsTable.Waiting>of();
        for (var need : needs) {
            var open = Optional.ofNullable(waiting.get(need.domain()));
            if (need.dueOn() == null) {
                table.insert(rating.id(), need, null);
                open.ifPresent(task -> close(write, task, rating));
            } else if (open.isPresent()) {
                table.insert(
                        rating.id(), due(need, open.get().dueOn()), open.get().task());
            } else if (latest) {
                table.insert(rating.id(), need, need.id());
                put(write, need, need.dueOn());
            } else {
                table.insert(rating.id(), due(need, null), null);
            }
        }
    }

    private void close(Grant write, NeedsTable.Waiting task, NeedsRating rating) {
        var what = rating.supersedes() == null ? "RATED" : "CORRECTED";
        table.answer(NeedId.create(), task.task(), what, null, write.actor().id(), rating.signedAt());
        if (rating.supersedes() == null) {
            worklist.complete(write, task.task());
        } else {
            worklist.cancel(write, task.task());
        }
    }

    private static Need due(Need need, @Nullable LocalDate dueOn) {
        return new Need(need.id(), need.person(), need.centre(), need.domain(), need.answer(), dueOn, false);
    }

    private void put(Grant write, Need need, LocalDate dueOn) {
        worklist.put(
                write,
                new NewTask(
                        write.person(),
                        Section.SOCIAL,
                        Discipline.SOCIAL,
                        TASK,
                        TaskTitle.key(need.domain().urgentKey()),
                        days.endOf(need.centre(), dueOn),
                        dueOn,
                        null,
                        write.unitIn(need.centre()).orElse(null),
                        need.centre(),
                        need.id(),
                        PersonRoutes.record(write.person(), SituationRoutes.SECTION)));
    }

    private EntryId append(
            Grant write,
            SignNeeds command,
            NeedsMatrix matrix,
            NeedsCheck.Checked checked,
            NeedsScore score,
            Instant now) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(OCCASION, checked.occasion().name());
        score.mean().ifPresent(mean -> detail.put(MEAN, mean.toPlainString()));
        detail.put(OPEN, String.valueOf(score.open()));
        var urgent = matrix.domains().stream()
                .filter(domain -> checked.answers().containsKey(domain)
                        && checked.answers().get(domain).level() == matrix.urgentLevel())
                .map(NeedDomain::name)
                .collect(Collectors.joining(","));
        if (!urgent.isEmpty()) {
            detail.put(URGENT, urgent);
        }
        var entry = entry(write, command.centre(), EntryTypes.NEEDS, command.id(), now)
                .saying(null, checked.comment())
                .with(detail);
        var draft = command.draft();
        if (draft == null) {
            return timeline.append(write, entry);
        }
        if (drafts.sign(write, draft.id(), draft.expectedVersion()).isPresent()) {
            throw new Conflict("record.error.already-signed");
        }
        return timeline.append(write, entry.signedFrom(draft.id()));
    }

    private void strike(Grant write, NeedsRating wrong, SignNeeds by, @Nullable String reason) {
        timeline.append(
                write,
                entry(write, wrong.centre(), EntryTypes.NEEDS, by.id(), clock.instant())
                        .saying(null, reason)
                        .amending(wrong.entry(), Amendment.ENTERED_IN_ERROR));
    }

    private static NewEntry entry(Grant write, CentreId centre, String type, Id source, Instant now) {
        return NewEntry.of(write.person(), Section.SOCIAL, Discipline.SOCIAL, type, now, centre, source)
                .by(write.actor().id());
    }

    private static Map<NeedDomain, Integer> levels(Map<NeedDomain, NeedAnswer> answers) {
        var levels = new EnumMap<NeedDomain, Integer>(NeedDomain.class);
        answers.forEach((domain, answer) -> levels.put(domain, answer.level()));
        return levels;
    }

    private static boolean shown(Grant grant, NeedsRating rating) {
        return Sight.full(grant, rating.centre(), rating.unit(), rating.signedBy());
    }
}
