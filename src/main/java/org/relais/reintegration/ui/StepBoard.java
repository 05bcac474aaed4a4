package org.relais.reintegration.ui;

import java.util.List;
import java.util.function.Predicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepList;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.reintegration.StepTitle;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;

/** A person's steps by status, side by side; for readers of summaries a list of their titles. */
final class StepBoard extends Div {

    private static final List<StepStatus> COLUMNS =
            List.of(StepStatus.TODO, StepStatus.DOING, StepStatus.BLOCKED, StepStatus.DONE);

    private final transient StepDesk desk;
    private final transient StepWords words;
    private transient Grant grant;

    StepBoard(StepDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new StepWords(desk, getLocale());
        addClassName("relais-steps");
        load();
    }

    private void load() {
        grant = desk.access().fresh(grant);
        show(desk.steps().of(grant, StepFilter.ALL));
    }

    private void show(StepList list) {
        removeAll();
        addHead();
        if (list.isEmpty()) {
            add(new EmptyState(
                    Glyph.TARGET,
                    getTranslation("reintegration.empty.title"),
                    getTranslation("reintegration.empty.text"),
                    null));
            return;
        }
        if (!list.titles().isEmpty()) {
            add(createTitles(list.titles()));
        }
        if (!list.steps().isEmpty()) {
            add(createColumns(list.steps()));
            addCancelled(list.steps());
        }
        if (list.elsewhere() > 0) {
            add(hint(getTranslation("reintegration.board.elsewhere", list.elsewhere())));
        }
        if (list.more()) {
            add(hint(getTranslation("reintegration.board.more")));
        }
    }

    // The page says the section's title itself.
    private void addHead() {
        if (grant.mayWrite(org.relais.access.Section.SOCIAL)) {
            var button = new BusyButton(getTranslation("reintegration.step.add.long"), Glyph.PLUS, this::openForm);
            button.addThemeName("primary");
            var head = new Div(button);
            head.addClassName("relais-steps-head");
            add(head);
        }
    }

    private void openForm() {
        var write = desk.write(grant.person());
        var form = new StepForm(desk, write, null);
        new StepDialog(
                        getTranslation("reintegration.step.add.title"),
                        getTranslation("reintegration.step.add.long"),
                        () -> form.errors().run(() -> {
                            desk.steps().add(desk.access().fresh(write), form.command());
                            load();
                            Toast.success(getTranslation("reintegration.step.added"));
                        }),
                        form)
                .open();
    }

    private Component createColumns(List<StepRow> steps) {
        var columns = new Div();
        columns.addClassName("relais-step-columns");
        columns.getElement().setAttribute("role", "group");
        columns.getElement().setAttribute("aria-label", getTranslation("reintegration.board.label"));
        COLUMNS.forEach(status -> columns.add(createColumn(status, only(steps, row -> row.status() == status))));
        return columns;
    }

    private Component createColumn(StepStatus status, List<StepRow> steps) {
        var count = new Span(String.valueOf(steps.size()));
        count.addClassNames("relais-meta", "relais-numeric");
        var head = new Div(StepWords.glyph(status).create(), new H3(getTranslation(status.key())), count);
        head.addClassName("relais-step-column-head");
        var late = only(steps, StepRow::overdue).size();
        if (late > 0) {
            head.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("reintegration.board.late", late)));
        }
        var column = new Section(head);
        column.addClassName("relais-step-column");
        column.setAriaLabel(getTranslation(status.key()));
        column.add(steps.isEmpty() ? hint(getTranslation("reintegration.board.none")) : createCards(steps));
        return column;
    }

    private Component createCards(List<StepRow> steps) {
        var moves = new StepMoves(desk, words, grant, this::load);
        var cards = new UnorderedList();
        cards.addClassName("relais-step-cards");
        steps.forEach(row -> cards.add(new ListItem(new StepCard(row, changeable(row), words, moves))));
        return cards;
    }

    private void addCancelled(List<StepRow> steps) {
        var cancelled = only(steps, row -> row.status() == StepStatus.CANCELLED);
        if (!cancelled.isEmpty()) {
            add(new Details(getTranslation("reintegration.board.cancelled", cancelled.size()), createCards(cancelled)));
        }
    }

    private Component createTitles(List<StepTitle> titles) {
        var list = new UnorderedList();
        list.addClassName("relais-step-titles");
        for (var title : titles) {
            var by = new Span(getTranslation(
                    "reintegration.board.summary.by",
                    words.name(title.createdBy()),
                    words.dateTime(title.createdAt(), title.centre())));
            by.addClassName("relais-meta");
            list.add(new ListItem(new Span(title.title()), by));
        }
        return new Div(new NoticeBar(Severity.INFO, getTranslation("reintegration.board.summary"), ""), list);
    }

    private boolean changeable(StepRow row) {
        return grant.mayWrite(org.relais.access.Section.SOCIAL)
                && grant.centres().contains(row.centre());
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassNames("relais-meta", "relais-small-text");
        return hint;
    }

    private static List<StepRow> only(List<StepRow> steps, Predicate<StepRow> condition) {
        return steps.stream().filter(condition).toList();
    }
}
