package org.relais.situation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.BudgetId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * One version of a person's budget of a month.
 *
 * @param unit the unit that wrote it; null when it was the whole centre
 * @param version counts up from 1 in each centre; to send back with the next one
 * @param list the version of the {@link BudgetList} whose codes it holds
 * @param currency its code
 * @param acknowledged whether its author saw a warning and went on
 */
public record Budget(
        BudgetId id,
        PersonId person,
        CentreId centre,
        @Nullable UnitId unit,
        int version,
        int list,
        String currency,
        List<BudgetLine> lines,
        List<Debt> debts,
        boolean acknowledged,
        Instant toldAt,
        StaffId toldBy) {

    public Budget {
        lines = List.copyOf(lines);
        debts = List.copyOf(debts);
    }

    public BudgetTotals totals() {
        return BudgetTotals.of(lines, debts);
    }
}
