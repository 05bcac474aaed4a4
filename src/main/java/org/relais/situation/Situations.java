package org.relais.situation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.Amendment;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.SituationStateId;

/**
 * The coded states of a person's life with their from and to dates (domain reference F.5): housing, work, education and
 * the others. Nothing is overwritten: a new state ends the one before it, and what was told wrongly has a row in its
 * place.
 */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Situations {

    /** In the entry's detail: the {@link StateKind}. */
    public static final String KIND = "kind";

    /** In the entry's detail: the code; absent where a state was taken back. */
    public static final String CODE = "code";

    /** In the entry's detail: the version of the list. */
    public static final String LIST = "list";

    /** In the entry's detail: the first day. */
    public static final String FROM = "from";

    /** In the entry's detail: the last day as it was told; absent where none was. */
    public static final String TO = "to";

    private static final int REASON = 500;

    private final StateTable table;
    private final SituationLists lists;
    private final SituationDays days;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    Situations(
            StateTable table,
            SituationLists lists,
            SituationDays days,
            Timeline timeline,
            AccessService access,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.days = days;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Tells a state. The one before it ends the day before, whatever last day it had; told for a day in the past, it
     * ends itself where the next one began.
     *
     * @param write to write in the social section
     * @throws InvalidInput at {@code kind}, {@code code}, {@code from}, {@code to}, {@code note} or {@code centre}
     */
    public StateRow tell(Grant write, TellState command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "situation.error.centre");
        }
        var kind = command.kind();
        if (kind == null) {
            throw new InvalidInput("kind", "shared.error.required");
        }
        var told = told(write, command.centre(), kind);
        var checked = new StateChecks(lists.states(), days.today(command.centre()))
                .checked(
                        kind,
                        command.code(),
                        command.lasting(),
                        command.from(),
                        command.to(),
                        command.note(),
                        beside(told, null));
        return keep(write, command.id(), command.centre(), kind, checked, null, null, told);
    }

    /**
     * Puts a new row in the place of a state that was told wrongly, or takes it back. Stands in the record beside the
     * old one.
     *
     * @param write to write in the social section
     * @throws Conflict when it is corrected already
     * @throws InvalidInput at {@code reason} and as for telling
     * @throws NotFound when there is none, not so much of it may be read, or it belongs to a centre in which the actor
     *     takes no part
     */
    public StateRow correct(Grant write, CorrectState command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        var wrong = table.find(write.people(), command.wrong())
                .filter(row -> write.centres().contains(row.centre()) && shown(write, row))
                .orElseThrow(NotFound::new);
        if (!wrong.holds()) {
            throw new Conflict("situation.error.corrected");
        }
        var reason = FreeText.require("reason", command.reason(), REASON);
        var told = told(write, wrong.centre(), wrong.kind());
        var checked = command.code() == null
                ? null
                : new StateChecks(lists.states(), days.today(wrong.centre()))
                        .checked(
                                wrong.kind(),
                                command.code(),
                                command.lasting(),
                                command.from(),
                                command.to(),
                                command.note(),
                                beside(told, wrong.id()));
        return keep(write, command.id(), wrong.centre(), wrong.kind(), checked, wrong, reason, told);
    }

    /**
     * All states over time. One statement.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public SituationHistory of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var all = table.of(grant.people());
        var read = all.stream().filter(row -> shown(grant, row)).toList();
        var periods = new EnumMap<StateKind, List<StatePeriod>>(StateKind.class);
        read.stream()
                .filter(StateRow::holds)
                .collect(Collectors.groupingBy(StateRow::kind))
                .forEach((kind, rows) -> periods.put(kind, StatePeriods.of(rows)));
        return new SituationHistory(
                periods, read.stream().filter(row -> !row.holds()).toList(), read.size() < all.size());
    }

    /**
     * How the situation stood on a day, for indicators, status at entry and exit, and letters.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public SituationOn on(Grant grant, LocalDate day) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var states = new EnumMap<StateKind, StatePeriod>(StateKind.class);
        of(grant)
                .periods()
                .forEach(
                        (kind, periods) -> StatePeriods.on(periods, day).ifPresent(period -> states.put(kind, period)));
        return new SituationOn(day, states);
    }

    /**
     * The states that hold of several people, told at the centres of the scope, under the surviving record: for what is
     * counted. One statement.
     *
     * @param task a named background task, over the social section
     */
    @Transactional(readOnly = true)
    public Map<PersonId, List<StateRow>> holding(Scope task, Collection<PersonId> asked) {
        access.requireTask(task);
        access.require(task, Section.SOCIAL);
        return table.holding(task, asked);
    }

    private List<StateRow> told(Grant write, CentreId centre, StateKind kind) {
        return table.of(write.people()).stream()
                .filter(row -> row.kind() == kind && row.centre().equals(centre))
                .toList();
    }

    private static Collection<StateRow> beside(List<StateRow> told, @Nullable SituationStateId except) {
        return told.stream()
                .filter(row -> row.holds() && !row.id().equals(except))
                .toList();
    }

    private StateRow keep(
            Grant write,
            SituationStateId id,
            CentreId centre,
            StateKind kind,
            StateChecks.@Nullable Checked checked,
            @Nullable StateRow wrong,
            @Nullable String reason,
            List<StateRow> told) {
        var from = checked == null ? Objects.requireNonNull(wrong).from() : checked.from();
        var now = clock.instant();
        var entry = append(write, id, centre, kind, checked, from, reason);
        if (wrong != null) {
            strike(write, wrong, id, reason);
        }
        var row = new StateRow(
                id,
                write.person(),
                centre,
                write.unitIn(centre).orElse(null),
                kind,
                lists.states().rule().version(),
                checked == null ? null : checked.code(),
                checked != null && checked.lasting(),
                from,
                checked == null ? null : checked.to(),
                checked == null ? null : checked.note(),
                wrong == null ? null : wrong.id(),
                reason,
                null,
                now,
                write.actor().id(),
                entry);
        // Counted among the rows that were checked: what was told since makes the same number, and is refused
        var revision = told.stream().filter(one -> one.from().equals(from)).count();
        try {
            table.insert(row, Math.toIntExact(revision));
        } catch (DuplicateKeyException quicker) {
            throw wrong == null
                    ? new InvalidInput("from", "situation.error.same-day")
                    : new Conflict("situation.error.corrected");
        }
        access.recordChange(
                write,
                write.person(),
                wrong == null ? AccessAction.CREATE : AccessAction.CHANGE,
                "situation-state",
                id);
        return table.find(write.people(), id).orElseThrow(NotFound::new);
    }

    private EntryId append(
            Grant write,
            SituationStateId id,
            CentreId centre,
            StateKind kind,
            StateChecks.@Nullable Checked checked,
            LocalDate from,
            @Nullable String reason) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(KIND, kind.name());
        detail.put(LIST, String.valueOf(lists.states().rule().version()));
        detail.put(FROM, from.toString());
        if (checked != null) {
            detail.put(CODE, checked.code());
            if (checked.to() != null) {
                detail.put(TO, checked.to().toString());
            }
        }
        return timeline.append(
                write,
                entry(write, centre, id)
                        .saying(checked == null ? null : checked.note(), reason)
                        .with(detail));
    }

    private void strike(Grant write, StateRow wrong, SituationStateId by, @Nullable String reason) {
        timeline.append(
                write,
                entry(write, wrong.centre(), by)
                        .saying(null, reason)
                        .amending(wrong.entry(), Amendment.ENTERED_IN_ERROR));
    }

    private NewEntry entry(Grant write, CentreId centre, SituationStateId source) {
        return NewEntry.of(
                        write.person(),
                        Section.SOCIAL,
                        Discipline.SOCIAL,
                        EntryTypes.STATE,
                        clock.instant(),
                        centre,
                        source)
                .by(write.actor().id());
    }

    private static boolean shown(Grant grant, StateRow row) {
        return Sight.full(grant, row.centre(), row.unit(), row.recordedBy());
    }
}
