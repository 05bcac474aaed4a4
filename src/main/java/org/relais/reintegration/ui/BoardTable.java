package org.relais.reintegration.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

import org.relais.reintegration.StepRow;

/** A person's steps as a table, under their goals. */
final class BoardTable extends NativeTable {

    private final transient BoardPage page;
    private final transient StepWords words;

    BoardTable(List<Lane> lanes, BoardPage page, StepWords words) {
        this.page = page;
        this.words = words;
        addClassName("relais-step-table");
        var head = new NativeTableRow();
        for (var column : List.of("goal", "step", "partner", "status", "responsible", "due")) {
            var cell = new NativeTableHeaderCell(getTranslation("reintegration.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        getHead().add(head);
        lanes.forEach(lane -> lane.steps().forEach(step -> getBody().add(createRow(lane, step))));
    }

    private NativeTableRow createRow(Lane lane, StepRow step) {
        var goal = new Span(
                lane.goal() == null
                        ? words.say(lane.domain().key())
                        : lane.goal().statement());
        var line = new Span(StepWords.glyph(lane.domain()).create(), goal);
        line.addClassName("relais-step-line");
        var title = new NativeButton(step.title(), click -> page.choose(step));
        title.addClassName("relais-step-title");
        title.getElement().setAttribute("aria-expanded", String.valueOf(page.chosen(step)));
        var row = new NativeTableRow(
                cell("goal", line),
                cell("step", title),
                cell("partner", new Span(step.through().orElse(""))),
                cell("status", words.status(step)),
                cell("responsible", new Span(words.responsible(step.responsible()))),
                cell("due", createDue(step)));
        row.setClassName("relais-step-chosen", page.chosen(step));
        return row;
    }

    private Component createDue(StepRow step) {
        var date = new Span(words.date(step.dueOn()));
        date.addClassName("relais-numeric");
        return step.status().open() ? new Span(words.due(step), date) : date;
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("relais-step-cell-" + column);
        return cell;
    }
}
