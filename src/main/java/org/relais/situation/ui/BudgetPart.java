package org.relais.situation.ui;

import java.math.BigDecimal;
import java.util.Objects;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.Severity;
import org.relais.shared.Verdict;
import org.relais.situation.Budget;
import org.relais.situation.BudgetHistory;
import org.relais.situation.BudgetLine;
import org.relais.situation.BudgetList;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** The budget of a month: what comes in, what goes out, what is owed, and what is left to live on. */
final class BudgetPart extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private transient Grant grant;

    BudgetPart(SocialDesk desk, SituationWords words, Grant grant) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        var history = desk.budgets().of(grant);
        if (history.withheld()) {
            add(new NoticeBar(
                    Severity.INFO, getTranslation("situation.withheld"), getTranslation("situation.withheld.text")));
        }
        history.current()
                .ifPresentOrElse(
                        current -> show(current, history),
                        () -> add(new EmptyState(
                                Glyph.SCALE,
                                getTranslation("situation.budget.none"),
                                getTranslation("situation.budget.none.text"),
                                tell(history, "situation.budget.tell"))));
    }

    private void show(Budget current, BudgetHistory history) {
        var panel = new Panel(getTranslation("situation.budget.title"));
        var tell = tell(history, "situation.budget.change");
        if (tell != null) {
            panel.addToHeader(tell);
        }
        if (current.totals().verdict() == Verdict.WARN) {
            panel.addContent(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("situation.budget.negative"),
                    getTranslation("situation.budget.negative.text")));
        }
        var told = new Paragraph(words.told(current.toldBy(), current.toldAt(), current.centre()));
        told.addClassName("relais-meta");
        panel.addContent(totals(current), lines(current));
        if (!current.debts().isEmpty()) {
            panel.addContent(debts(current));
        }
        panel.addContent(told, new RuleMark(desk.lists().budget(current.list()).rule(), words));
        add(panel);
        var before = history.versions().stream().skip(1).toList();
        if (!before.isEmpty()) {
            var list = new UnorderedList();
            before.forEach(one -> list.add(new ListItem(getTranslation(
                    "situation.budget.before.line",
                    words.money(one.totals().restToLive(), one.currency()),
                    words.told(one.toldBy(), one.toldAt(), one.centre())))));
            add(new Details(getTranslation("situation.budget.before", before.size()), list));
        }
    }

    private Div totals(Budget budget) {
        var totals = budget.totals();
        var line = new Div(
                total("income", totals.income(), budget),
                total("expense", totals.expense(), budget),
                total("balance", totals.balance(), budget),
                total("instalments", totals.instalments(), budget),
                total("rest", totals.restToLive(), budget));
        line.addClassName("relais-budget-totals");
        return line;
    }

    private Div total(String name, BigDecimal amount, Budget budget) {
        var label = new Span(getTranslation("situation.budget." + name));
        label.addClassNames("relais-meta", "relais-small-text");
        var value = new Span(words.money(amount, budget.currency()));
        value.addClassNames("relais-numeric", "relais-strong");
        return new Div(label, value);
    }

    private Div lines(Budget budget) {
        var list = desk.lists().budget(budget.list());
        var table = table("situation.budget.column.", "side", "what", "amount");
        for (var line : budget.lines()) {
            var what = BudgetList.word(list.choices(line.side()), line.code(), words.locale());
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(getTranslation(line.side().key())),
                            new NativeTableCell(
                                    line.words() == null
                                            ? what
                                            : getTranslation("situation.right.with-words", what, line.words())),
                            amount(signed(line), budget)));
        }
        return scroller(table);
    }

    private static BigDecimal signed(BudgetLine line) {
        var amount = Objects.requireNonNull(line.amount());
        return line.side() == BudgetLine.Side.INCOME ? amount : amount.negate();
    }

    private Div debts(Budget budget) {
        var list = desk.lists().budget(budget.list());
        var table = table("situation.debt.column.", "creditor", "status", "plan", "amount", "instalment");
        for (var debt : budget.debts()) {
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(String.valueOf(debt.creditor())),
                            new NativeTableCell(BudgetList.word(
                                    list.debtStatuses(), String.valueOf(debt.status()), words.locale())),
                            new NativeTableCell(debt.plan() == null ? "" : debt.plan()),
                            amount(debt.amount(), budget),
                            amount(debt.instalment(), budget)));
        }
        return scroller(table);
    }

    private NativeTableCell amount(@Nullable BigDecimal amount, Budget budget) {
        var cell = new NativeTableCell(amount == null ? "" : words.money(amount, budget.currency()));
        cell.addClassNames("relais-numeric", "relais-amount");
        return cell;
    }

    private NativeTable table(String keys, String... columns) {
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        var head = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableHeaderCell(getTranslation(keys + column));
            cell.getElement().setAttribute("scope", "col");
            if (column.equals("amount") || column.equals("instalment")) {
                cell.addClassName("relais-amount");
            }
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    private static Div scroller(NativeTable table) {
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        return scroller;
    }

    private @Nullable Button tell(BudgetHistory history, String key) {
        if (!grant.mayWrite(Section.SOCIAL) || grant.centres().isEmpty()) {
            return null;
        }
        var button = new Button(getTranslation(key), Glyph.PEN_LINE.create(), event -> open(history));
        button.addThemeName("primary");
        return button;
    }

    private void open(BudgetHistory history) {
        new BudgetDialog(desk, words, desk.centres(grant.centres()), history, command -> {
                    desk.budgets().save(desk.write(grant.person()), command);
                    draw();
                    Toast.success(getTranslation("situation.budget.saved"));
                })
                .open();
    }
}
