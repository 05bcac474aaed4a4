package org.relais.uikit;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** The numbers of a chart as a table. Screen readers always have it; it is shown in the place of the drawing on request. */
final class ChartTable extends Div {

    private final transient ChartModel model;
    private final transient ChartWords words;

    ChartTable(ChartModel model, ChartWords words) {
        this.model = model;
        this.words = words;
        addClassName("relais-chart-table");
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        table.setCaptionText(model.title());
        table.getCaption().addClassName("relais-visually-hidden");
        var columns = ChartColumn.of(model, words);
        var heads = new NativeTableRow(head(model.axis(), "col"));
        columns.forEach(column -> heads.add(head(column.head(), "col")));
        table.getHead().add(heads);
        for (int category = 0; category < model.categories().size(); category++) {
            var row = new NativeTableRow(head(model.categories().get(category).full(), "row"));
            for (var column : columns) {
                row.add(cell(column, category));
            }
            table.getBody().add(row);
        }
        addTarget(table);
        add(table);
        show(false);
    }

    /** Whether it can be seen; its links take the focus only then, since nobody may lose sight of the focus. */
    void show(boolean visible) {
        setClassName("relais-visually-hidden", !visible);
        if (visible) {
            // What scrolls can be scrolled with the keyboard, and says what it is
            getElement().setAttribute("role", "region").setAttribute("aria-label", model.title());
            getElement().setAttribute("tabindex", "0");
        } else {
            List.of("role", "aria-label", "tabindex").forEach(getElement()::removeAttribute);
        }
        links(this, visible);
    }

    private static void links(Component component, boolean visible) {
        component.getChildren().forEach(child -> {
            if (child instanceof Anchor) {
                child.getElement().setAttribute("tabindex", visible ? "0" : "-1");
            }
            links(child, visible);
        });
    }

    private void addTarget(NativeTable table) {
        var target = model.target();
        if (target != null) {
            var row = new NativeTableRow(head(target.name(), "row"));
            for (var column : ChartColumn.of(model, words)) {
                row.add(new NativeTableCell(column.hasTarget() ? words.number(target.value()) : ""));
            }
            table.getFoot().add(row);
        }
    }

    private NativeTableCell cell(ChartColumn column, int category) {
        var text = column.text(model, words, category);
        var address = column.address(model, category);
        if (address == null) {
            return new NativeTableCell(text == null ? model.absent() : text);
        }
        var link = new Anchor(address, new Text(text == null ? model.absent() : text));
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("data-place", column.place(category));
        var cell = new NativeTableCell();
        cell.add(link);
        return cell;
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", scope);
        return head;
    }
}
