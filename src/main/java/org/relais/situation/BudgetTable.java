package org.relais.situation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.BudgetId;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The versions of budgets with their lines and debts: inserted, never changed. */
@Component
class BudgetTable {

    private static final int MOST = 4_000;

    private final JdbcClient jdbc;

    BudgetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of two versions with one number the database lets one in. */
    void insert(Budget budget, EntryId entry) {
        jdbc.sql("""
                        INSERT INTO situation_budget
                            (id, person_id, centre_id, unit_id, version, list_version, currency, acknowledged, told_at, told_by,
                             entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?)""")
                .param(budget.id().value())
                .param(budget.person().value())
                .param(budget.centre().value())
                .param(Columns.value(budget.unit()))
                .param(budget.version())
                .param(budget.list())
                .param(budget.currency())
                .param(budget.acknowledged())
                .param(Utc.column(budget.toldAt()))
                .param(budget.toldBy().value())
                .param(entry.value())
                .update();
        var place = 0;
        for (var line : budget.lines()) {
            jdbc.sql("""
                            INSERT INTO situation_budget_line (budget_id, place, side, code, words, amount)
                            VALUES (?,?,?,?,?,?)""")
                    .param(budget.id().value())
                    .param(place++)
                    .param(line.side().name())
                    .param(line.code())
                    .param(line.words())
                    .param(line.amount())
                    .update();
        }
        place = 0;
        for (var debt : budget.debts()) {
            jdbc.sql("""
                            INSERT INTO situation_debt (budget_id, place, creditor, amount, status, instalment, plan)
                            VALUES (?,?,?,?,?,?,?)""")
                    .param(budget.id().value())
                    .param(place++)
                    .param(debt.creditor())
                    .param(debt.amount())
                    .param(debt.status())
                    .param(debt.instalment())
                    .param(debt.plan())
                    .update();
        }
    }

    Optional<Budget> find(Collection<PersonId> people, BudgetId id) {
        return of(people).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Budget> latest(Collection<PersonId> people, CentreId centre) {
        return of(people).stream()
                .filter(one -> one.centre().equals(centre))
                .max(java.util.Comparator.comparingInt(Budget::version));
    }

    /** Every version of the person, the latest first. */
    List<Budget> of(Collection<PersonId> people) {
        var budgets = new LinkedHashMap<BudgetId, Parts>();
        jdbc.sql("""
                        SELECT b.*, l.place, 'LINE' AS part, l.side, l.code, l.words, l.amount, NULL AS instalment
                        FROM situation_budget b LEFT JOIN situation_budget_line l ON l.budget_id = b.id
                        WHERE b.person_id IN (:people)
                        UNION ALL
                        SELECT b.*, d.place, 'DEBT', d.plan, d.status, d.creditor, d.amount, d.instalment
                        FROM situation_budget b JOIN situation_debt d ON d.budget_id = b.id
                        WHERE b.person_id IN (:people)
                        ORDER BY told_at DESC, id, part DESC, place LIMIT :most""")
                .param("people", Columns.values(people))
                .param("most", MOST)
                .query(row -> {
                    var id = new BudgetId(Utc.uuid(row, "id"));
                    if (!budgets.containsKey(id)) {
                        budgets.put(id, new Parts(head(row), new ArrayList<>(), new ArrayList<>()));
                    }
                    Objects.requireNonNull(budgets.get(id)).take(row);
                });
        return budgets.values().stream().map(Parts::whole).toList();
    }

    private static Budget head(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new Budget(
                new BudgetId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getInt("version"),
                row.getInt("list_version"),
                row.getString("currency"),
                List.of(),
                List.of(),
                row.getBoolean("acknowledged"),
                Utc.instant(row, "told_at"),
                new StaffId(Utc.uuid(row, "told_by")));
    }

    /** A budget while its rows are read. */
    private record Parts(Budget head, List<BudgetLine> lines, List<Debt> debts) {

        void take(ResultSet row) throws SQLException {
            if (row.getObject("place") == null) {
                return;
            }
            if (row.getString("part").equals("LINE")) {
                lines.add(new BudgetLine(
                        BudgetLine.Side.valueOf(row.getString("side")),
                        row.getString("code"),
                        row.getString("words"),
                        row.getBigDecimal("amount")));
            } else {
                debts.add(new Debt(
                        row.getString("words"),
                        row.getBigDecimal("amount"),
                        row.getString("code"),
                        row.getBigDecimal("instalment"),
                        row.getString("side")));
            }
        }

        Budget whole() {
            return new Budget(
                    head.id(),
                    head.person(),
                    head.centre(),
                    head.unit(),
                    head.version(),
                    head.list(),
                    head.currency(),
                    lines,
                    debts,
                    head.acknowledged(),
                    head.toldAt(),
                    head.toldBy());
        }
    }
}
