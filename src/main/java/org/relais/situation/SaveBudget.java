package org.relais.situation;

import java.util.List;

import org.relais.shared.BudgetId;
import org.relais.shared.CentreId;

/**
 * Tells the budget of a month, as a new version.
 *
 * @param id given by the form; saving again with the same id changes nothing
 * @param centre one in which the author takes part: each centre leads its own versions, in its currency
 * @param expectedVersion the version of this centre it was opened with; 0 where there was none
 * @param acknowledged that its author saw that less than nothing is left to live on
 */
public record SaveBudget(
        BudgetId id,
        CentreId centre,
        int expectedVersion,
        List<BudgetLine> lines,
        List<Debt> debts,
        boolean acknowledged) {

    public SaveBudget {
        lines = List.copyOf(lines);
        debts = List.copyOf(debts);
    }
}
