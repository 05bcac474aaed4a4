package org.relais.situation.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import org.relais.centre.Centre;
import org.relais.shared.BudgetId;
import org.relais.shared.FreeText;
import org.relais.shared.Severity;
import org.relais.shared.Verdict;
import org.relais.situation.Budget;
import org.relais.situation.BudgetHistory;
import org.relais.situation.BudgetLine;
import org.relais.situation.BudgetList;
import org.relais.situation.BudgetTotals;
import org.relais.situation.Debt;
import org.relais.situation.SaveBudget;
import org.relais.situation.StaleBudget;
import org.relais.uikit.FormDialog;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/**
 * Tells the budget of a month, or tells it anew from how it stood. When somebody else kept a version meanwhile, saving
 * again keeps this one after it.
 */
class BudgetDialog extends FormDialog {

    private final BudgetId id = BudgetId.create();
    private final transient SituationWords words;
    private final transient BudgetList list;
    private final transient BudgetHistory history;
    private final transient Consumer<SaveBudget> save;
    private final Select<Centre> centre = new Select<>();
    private final Div incomes = new Div();
    private final Div expenses = new Div();
    private final Div debts = new Div();
    private final List<Line> lines = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final Paragraph rest = new Paragraph();
    private final Checkbox acknowledged = new Checkbox();
    private final Div stale = new Div();
    private int stored;

    BudgetDialog(
            SocialDesk desk,
            SituationWords words,
            List<Centre> centres,
            BudgetHistory history,
            Consumer<SaveBudget> save) {
        super(words.say("situation.budget.dialog"), words.say("situation.budget.save"));
        this.words = words;
        this.list = desk.lists().budget();
        this.history = history;
        this.save = save;
        addClassName("relais-budget-dialog");
        centre.setLabel(words.say("situation.centre"));
        centre.setItems(centres);
        centre.setItemLabelGenerator(Centre::name);
        centre.setValue(centres.getFirst());
        centre.setVisible(centres.size() > 1);
        acknowledged.setLabel(words.say("situation.budget.acknowledge"));
        acknowledged.addClassName("relais-wide");
        rest.addClassNames("relais-wide", "relais-strong", "relais-numeric");
        rest.getElement().setAttribute("aria-live", "polite");
        stale.addClassName("relais-wide");
        stale.setVisible(false);
        fields(
                stale,
                block("situation.budget.incomes", incomes, () -> line(BudgetLine.Side.INCOME, null)),
                block("situation.budget.expenses", expenses, () -> line(BudgetLine.Side.EXPENSE, null)),
                block("situation.budget.debts", debts, () -> debt(null)));
        add("centre", centre);
        fields(rest);
        add("acknowledged", acknowledged);
        history.current().ifPresentOrElse(this::take, () -> {
            line(BudgetLine.Side.INCOME, null);
            line(BudgetLine.Side.EXPENSE, null);
        });
        showRest();
    }

    @Override
    protected void save() {
        var chosen = centre.getValue().id();
        try {
            save.accept(new SaveBudget(
                    id,
                    chosen,
                    Math.max(stored, history.versionAt(chosen)),
                    told(),
                    owed.stream().map(Owed::told).toList(),
                    acknowledged.getValue()));
        } catch (StaleBudget quicker) {
            stored = quicker.stored().version();
            stale.removeAll();
            stale.add(new NoticeBar(
                    Severity.WARNING,
                    words.say("situation.budget.stale"),
                    words.say(
                            "situation.budget.stale.text",
                            words.money(
                                    quicker.stored().totals().restToLive(),
                                    quicker.stored().currency()))));
            stale.setVisible(true);
            throw quicker;
        }
    }

    private List<BudgetLine> told() {
        return lines.stream().map(Line::told).toList();
    }

    private void take(Budget before) {
        before.lines().forEach(one -> line(one.side(), one));
        before.debts().forEach(this::debt);
    }

    private Div block(String key, Div rows, Runnable more) {
        rows.addClassName("relais-budget-rows");
        var plus = new Button(words.say(key + ".add"), Glyph.PLUS.create(), event -> more.run());
        plus.addThemeName("tertiary");
        var block = new Div(new H3(words.say(key)), rows, plus);
        block.addClassNames("relais-wide", "relais-budget-block");
        return block;
    }

    private void line(BudgetLine.Side side, @Nullable BudgetLine before) {
        var line = new Line(side, before);
        lines.add(line);
        (side == BudgetLine.Side.INCOME ? incomes : expenses).add(line);
        number();
    }

    private void debt(@Nullable Debt before) {
        var one = new Owed(before);
        owed.add(one);
        debts.add(one);
        number();
    }

    // A refusal names the line by its place among all lines
    private void number() {
        for (var at = 0; at < lines.size(); at++) {
            lines.get(at).register("lines." + at);
        }
        for (var at = 0; at < owed.size(); at++) {
            owed.get(at).register("debts." + at);
        }
    }

    private void showRest() {
        var totals = BudgetTotals.of(told(), owed.stream().map(Owed::told).toList());
        rest.setText(
                words.say("situation.budget.sum", words.number(totals.balance()), words.number(totals.restToLive())));
        acknowledged.setVisible(totals.verdict() == Verdict.WARN);
    }

    private <F extends Component & HasValidation> void register(String property, F field) {
        errors().register(property, field);
    }

    private Button takeAway(Runnable act) {
        var remove = new Button(Glyph.X.create(), event -> {
            act.run();
            number();
            showRest();
        });
        remove.addThemeName("tertiary");
        remove.setAriaLabel(words.say("situation.budget.remove"));
        return remove;
    }

    private BigDecimalField amount(String key, @Nullable BigDecimal before) {
        var field = new BigDecimalField(words.say(key));
        field.setLocale(words.locale());
        field.setValue(before);
        field.addValueChangeListener(event -> showRest());
        return field;
    }

    private TextField text(String key, @Nullable String before) {
        var field = new TextField(words.say(key));
        field.setMaxLength(FreeText.LINE);
        field.setValue(before == null ? "" : before);
        return field;
    }

    private Select<String> choice(String key, List<BudgetList.Choice> choices, @Nullable String before) {
        var select = new Select<String>();
        select.setLabel(words.say(key));
        select.setItems(choices.stream().map(BudgetList.Choice::code).toList());
        select.setItemLabelGenerator(code -> BudgetList.word(choices, code, words.locale()));
        select.setValue(before == null ? choices.getFirst().code() : before);
        return select;
    }

    /** What comes in or goes out, as typed. */
    private final class Line extends Div {

        private final BudgetLine.Side side;
        private final Select<String> code;
        private final TextField more;
        private final BigDecimalField amount;

        Line(BudgetLine.Side side, @Nullable BudgetLine before) {
            this.side = side;
            addClassName("relais-budget-line");
            code = choice("situation.budget.column.what", list.choices(side), before == null ? null : before.code());
            more = text("situation.budget.words", before == null ? null : before.words());
            amount = amount("situation.budget.column.amount", before == null ? null : before.amount());
            add(code, more, amount, takeAway(() -> {
                lines.remove(this);
                removeFromParent();
            }));
        }

        BudgetLine told() {
            return new BudgetLine(side, code.getValue(), more.getValue(), amount.getValue());
        }

        void register(String at) {
            BudgetDialog.this.register(at + ".code", code);
            BudgetDialog.this.register(at + ".words", more);
            BudgetDialog.this.register(at + ".amount", amount);
        }
    }

    /** A debt, as typed. */
    private final class Owed extends Div {

        private final TextField creditor;
        private final BigDecimalField amount;
        private final Select<String> status;
        private final BigDecimalField instalment;
        private final TextField plan;

        Owed(@Nullable Debt before) {
            addClassNames("relais-budget-line", "relais-budget-debt");
            creditor = text("situation.debt.column.creditor", before == null ? null : before.creditor());
            amount = amount("situation.debt.column.amount", before == null ? null : before.amount());
            status = choice(
                    "situation.debt.column.status", list.debtStatuses(), before == null ? null : before.status());
            instalment = amount("situation.debt.column.instalment", before == null ? null : before.instalment());
            plan = text("situation.debt.column.plan", before == null ? null : before.plan());
            add(creditor, status, amount, instalment, plan, takeAway(() -> {
                owed.remove(this);
                removeFromParent();
            }));
        }

        Debt told() {
            return new Debt(
                    creditor.getValue(), amount.getValue(), status.getValue(), instalment.getValue(), plan.getValue());
        }

        void register(String at) {
            BudgetDialog.this.register(at + ".creditor", creditor);
            BudgetDialog.this.register(at + ".amount", amount);
            BudgetDialog.this.register(at + ".status", status);
            BudgetDialog.this.register(at + ".instalment", instalment);
            BudgetDialog.this.register(at + ".plan", plan);
        }
    }
}
