package org.relais.demand.ui;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;

import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.demand.CountTable;
import org.relais.demand.DemandItem;
import org.relais.demand.DemandPreview;
import org.relais.shared.Severity;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;

/** What a file would hold: how many clients, what was not asked of whom, and one table at a time. */
final class DemandPreviewPage extends Div {

    private static final int NAMED = 50;

    private final transient DemandDesk desk;
    private final transient DemandPreview preview;
    private final transient DemandCodes codes;
    private final Div shown = new Div();

    DemandPreviewPage(DemandDesk desk, DemandPreview preview) {
        this.desk = desk;
        this.preview = preview;
        this.codes = new DemandCodes(desk, getLocale());
        addClassName("relais-demand-preview");
        if (preview.clients() == 0) {
            add(new EmptyState(
                    Glyph.LIST_CHECKS,
                    getTranslation("demand.preview.none"),
                    getTranslation("demand.preview.none.text"),
                    null));
            return;
        }
        add(figures(), quality());
        if (!preview.incomplete().isEmpty()) {
            add(people());
        }
        add(tables());
    }

    private Component figures() {
        var bar = new Div(
                figure("demand.preview.clients", preview.clients()),
                figure("demand.preview.continuing", preview.continuing()),
                figure("demand.preview.excluded", preview.excluded()),
                figure("demand.preview.repeated", preview.repeated()));
        bar.addClassName("relais-demand-figures");
        return bar;
    }

    private Component figure(String key, int number) {
        var value = new Span(String.valueOf(number));
        value.addClassNames("relais-demand-number", "relais-numeric");
        var name = new Span(getTranslation(key));
        name.addClassName("relais-meta");
        return new Div(value, name);
    }

    private Component quality() {
        var table = table(List.of(
                getTranslation("demand.quality.item"),
                getTranslation("demand.quality.missing"),
                getTranslation("demand.quality.not-known")));
        for (var item : DemandItem.values()) {
            var missing = preview.missing().getOrDefault(item, 0);
            var unknown = preview.notKnown().getOrDefault(item, 0);
            if (missing + unknown > 0) {
                table.getBody()
                        .add(new NativeTableRow(
                                new NativeTableCell(item.number() + " · " + getTranslation(item.key())),
                                number(String.valueOf(missing)),
                                number(String.valueOf(unknown))));
            }
        }
        var panel = new Panel(getTranslation("demand.quality.title"), scroller(table));
        if (preview.missing().isEmpty()) {
            panel.clearContent();
            panel.addContent(new NoticeBar(Severity.OK, getTranslation("demand.quality.complete"), ""));
        }
        return panel;
    }

    private Component people() {
        var first = preview.incomplete().stream().limit(NAMED).toList();
        var names = desk.people()
                .names(
                        desk.access().scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null),
                        first.stream()
                                .map(DemandPreview.Incomplete::person)
                                .distinct()
                                .toList());
        var formats = new Formats(getLocale(), ZoneOffset.UTC);
        var table = table(List.of(
                getTranslation("demand.quality.person"),
                getTranslation("demand.quality.start"),
                getTranslation("demand.quality.items")));
        for (var one : first) {
            var name = names.get(one.person());
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(
                                    name == null ? getTranslation("demand.quality.unnamed") : name.display()),
                            new NativeTableCell(formats.date(one.start())),
                            new NativeTableCell(one.items().stream()
                                    .sorted()
                                    .map(item -> getTranslation(item.key()))
                                    .collect(Collectors.joining(" · ")))));
        }
        var panel = new Panel(getTranslation("demand.quality.people"), scroller(table));
        panel.setCount(preview.incomplete().size());
        if (preview.incomplete().size() > NAMED) {
            panel.addContent(new Paragraph(
                    getTranslation("demand.quality.more", preview.incomplete().size() - NAMED)));
        }
        return panel;
    }

    private Component tables() {
        var which = new Select<CountTable>();
        which.setLabel(getTranslation("demand.table.which"));
        which.setItems(preview.tables());
        which.setItemLabelGenerator(this::title);
        which.addClassName("relais-demand-which");
        which.addValueChangeListener(event -> show(event.getValue()));
        shown.addClassName("relais-scroller");
        var hint = new Paragraph(
                getTranslation("demand.table.hidden", desk.rule().now().smallestShown()));
        hint.addClassNames("relais-meta", "relais-small-text");
        which.setValue(preview.tables().getFirst());
        return new Panel(getTranslation("demand.table.title"), which, hint, shown);
    }

    private String title(CountTable table) {
        return getTranslation(
                "demand.table.name",
                String.valueOf(table.number()),
                getTranslation("demand.table." + table.number()),
                codes.treatment(table.treatment()));
    }

    private void show(CountTable table) {
        shown.removeAll();
        var heads = new java.util.ArrayList<String>();
        heads.add(getTranslation(table.rows().key()));
        table.columns().forEach(column -> heads.add(codes.column(table, column)));
        var drawn = table(heads);
        drawn.addClassName("relais-demand-counts");
        drawn.getElement().setAttribute("aria-label", title(table));
        for (var line : table.lines()) {
            var head = new NativeTableHeaderCell(codes.row(table, line));
            head.getElement().setAttribute("scope", "row");
            var row = new NativeTableRow();
            row.add(head);
            row.addClassName("relais-demand-" + line.level().name().toLowerCase(java.util.Locale.ROOT));
            line.cells().forEach(cell -> {
                var number = number(cell.shown());
                if (cell.hidden()) {
                    number.getElement().setAttribute("title", getTranslation("demand.table.hidden.one"));
                }
                row.add(number);
            });
            drawn.getBody().add(row);
        }
        shown.add(drawn);
    }

    private static NativeTableCell number(String text) {
        var cell = new NativeTableCell(text);
        cell.addClassNames("relais-numeric", "relais-demand-count");
        return cell;
    }

    private static NativeTable table(List<String> heads) {
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        var row = new NativeTableRow();
        heads.stream()
                .map(text -> {
                    var cell = new NativeTableHeaderCell(text);
                    cell.getElement().setAttribute("scope", "col");
                    return cell;
                })
                .forEach(row::add);
        table.getHead().add(row);
        return table;
    }

    private static Component scroller(Component... content) {
        var scroller = new Div(content);
        scroller.addClassName("relais-scroller");
        return scroller;
    }
}
