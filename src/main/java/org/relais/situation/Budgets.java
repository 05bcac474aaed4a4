package org.relais.situation;

import java.time.Clock;
import java.util.LinkedHashMap;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.InvalidInput;
import org.relais.shared.Verdict;

/** The budgets of a month as people tell them, a version each time (domain reference F.4). */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Budgets {

    /** In the entry's detail: what is left to live on. */
    public static final String REST = "rest";

    /** In the entry's detail: the code of the currency. */
    public static final String CURRENCY = "currency";

    private final BudgetTable table;
    private final SituationLists lists;
    private final SituationDays days;
    private final Timeline timeline;
    private final AccessService access;
    private final Clock clock;

    Budgets(
            BudgetTable table,
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
     * Keeps a new version.
     *
     * @param write to write in the social section
     * @throws InvalidInput at the line and its part, such as {@code lines.2.amount} or {@code debts.0.creditor}; at
     *     {@code acknowledged} when less than nothing is left and its author did not say that they saw it; at
     *     {@code centre}
     * @throws StaleBudget when somebody kept another version of this centre meanwhile
     */
    public Budget save(Grant write, SaveBudget command) {
        access.require(write, Section.SOCIAL, Right.WRITE);
        var before = table.find(write.people(), command.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!write.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "situation.error.centre");
        }
        var list = lists.budget();
        var check = new BudgetCheck(list);
        var lines = check.lines(command.lines(), command.debts().size());
        var debts = check.debts(command.debts());
        var totals = BudgetTotals.of(lines, debts);
        var warned = totals.verdict() != Verdict.ALLOW;
        if (warned && !command.acknowledged()) {
            throw new InvalidInput("acknowledged", "situation.error.negative");
        }
        var latest = table.latest(write.people(), command.centre());
        var version = latest.map(Budget::version).orElse(0);
        if (version != command.expectedVersion()) {
            throw latest.map(StaleBudget::new)
                    .orElseThrow(() -> new InvalidInput("expectedVersion", "shared.error.stale"));
        }
        var budget = new Budget(
                command.id(),
                write.person(),
                command.centre(),
                write.unitIn(command.centre()).orElse(null),
                version + 1,
                list.rule().version(),
                list.currency(days.centre(command.centre()).countryProfile()),
                lines,
                debts,
                warned,
                clock.instant(),
                write.actor().id());
        var entry = append(write, budget, totals);
        try {
            table.insert(budget, entry);
        } catch (DuplicateKeyException quicker) {
            throw new StaleBudget(table.latest(write.people(), command.centre()).orElseThrow());
        }
        access.recordChange(
                write,
                write.person(),
                version == 0 ? AccessAction.CREATE : AccessAction.CHANGE,
                "situation-budget",
                budget.id());
        return budget;
    }

    /**
     * The versions that the grant shows. One statement.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public BudgetHistory of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        var all = table.of(grant.people());
        var shown = all.stream()
                .filter(one -> Sight.full(grant, one.centre(), one.unit(), one.toldBy()))
                .toList();
        return new BudgetHistory(shown, shown.size() < all.size());
    }

    private EntryId append(Grant write, Budget budget, BudgetTotals totals) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(REST, totals.restToLive().toPlainString());
        detail.put(CURRENCY, budget.currency());
        return timeline.append(
                write,
                NewEntry.of(
                                write.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                EntryTypes.BUDGET,
                                budget.toldAt(),
                                budget.centre(),
                                budget.id())
                        .by(write.actor().id())
                        .with(detail));
    }
}
