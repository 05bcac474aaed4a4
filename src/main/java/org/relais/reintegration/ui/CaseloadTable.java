package org.relais.reintegration.ui;

import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.reintegration.CaseloadRow;
import org.relais.reintegration.ReintegrationRoutes;
import org.relais.reintegration.StepRow;
import org.relais.shared.PersonId;
import org.relais.uikit.Glyph;

/** The steps of a caseload as a table, which grows page by page. */
final class CaseloadTable extends NativeTable {

    private final transient StepWords words;

    CaseloadTable(StepWords words) {
        this.words = words;
        addClassName("relais-step-table");
        var head = new NativeTableRow();
        for (var column : List.of("person", "step", "status", "responsible", "due", "still")) {
            var cell = new NativeTableHeaderCell(getTranslation("reintegration.list.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        getHead().add(head);
    }

    void append(List<CaseloadRow> rows, Map<PersonId, PersonName> names) {
        rows.forEach(row -> getBody().add(createRow(row, names.get(row.person()))));
    }

    private NativeTableRow createRow(CaseloadRow row, @org.jspecify.annotations.Nullable PersonName name) {
        var step = row.step();
        if (step == null) {
            var locked = new Span(Glyph.LOCK.create(), new Span(words.say("worklist.locked")));
            locked.addClassNames("relais-step-line", "relais-secondary");
            return new NativeTableRow(
                    cell("person", createLink(row, name)),
                    cell("step", locked),
                    cell("status"),
                    cell("responsible"),
                    cell("due", createDate(row)),
                    cell("still"));
        }
        return new NativeTableRow(
                cell("person", createLink(row, name)),
                cell("step", createStep(step)),
                cell("status", words.status(step)),
                cell("responsible", new Span(words.responsible(step.responsible()))),
                cell("due", words.due(step), createDate(row)),
                cell("still", createStill(step)));
    }

    private Component createLink(CaseloadRow row, @org.jspecify.annotations.Nullable PersonName name) {
        var link = new Anchor(
                PersonRoutes.record(row.person(), ReintegrationRoutes.SECTION),
                name == null ? getTranslation("reintegration.list.unnamed") : name.display());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Component createStep(StepRow step) {
        var domain = new Span(
                StepWords.glyph(step.domain()).create(),
                new Span(words.say(step.domain().key())));
        domain.addClassNames("relais-step-line", "relais-small-text");
        var title = new Span(step.title());
        title.addClassName("relais-strong");
        var both = new Span(title, domain);
        step.through().ifPresent(partner -> {
            var line = new Span(Glyph.BUILDING_2.create(), new Span(partner));
            line.addClassNames("relais-step-line", "relais-small-text");
            both.add(line);
        });
        both.addClassName("relais-column");
        return both;
    }

    // Since when nothing moved, and why where it was said
    private Component createStill(StepRow step) {
        var days = new Span(getTranslation("reintegration.list.still", step.daysStill()));
        days.addClassName("relais-numeric");
        var since = new Span(words.date(words.day(step.movedAt(), step.centre())));
        since.addClassNames("relais-meta", "relais-small-text", "relais-numeric");
        var both = new Span(days, since);
        both.addClassName("relais-column");
        if (step.reason() != null) {
            var why = new Span(step.reason());
            why.addClassNames("relais-secondary", "relais-small-text");
            both.add(why);
        }
        return both;
    }

    private Component createDate(CaseloadRow row) {
        var date = new Span(words.date(row.dueOn()));
        date.addClassNames("relais-meta", "relais-numeric");
        return date;
    }

    private static NativeTableCell cell(String column, Component... content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("relais-step-cell-" + column);
        return cell;
    }
}
