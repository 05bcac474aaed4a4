package org.relais.demand.ui;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
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
import org.relais.demand.DemandDimension;
import org.relais.demand.DemandItem;
import org.relais.demand.DemandPreview;
import org.relais.demand.DemandRoutes;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;

/** What a file would hold: how many clients, what was not asked of whom, and one table at a time. */
final class DemandPreviewPage extends Div {

    private static final int NAMED = 4;

    private final transient DemandDesk desk;
    private final transient DemandPreview preview;
    private final transient DemandCodes codes;
    private final Select<Integer> which = new Select<>();
    private final Select<String> treatment = new Select<>();
    private final Select<String> sex = new Select<>();
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
        var columns = new Div(quality());
        columns.addClassName("relais-demand-columns");
        if (!preview.incomplete().isEmpty()) {
            columns.add(people());
        }
        add(figures(), columns, tables());
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
        var table = table(
                1,
                List.of(
                        getTranslation("demand.quality.item"),
                        getTranslation("demand.quality.missing"),
                        getTranslation("demand.quality.not-known")));
        for (var item : DemandItem.values()) {
            var missing = preview.missing().getOrDefault(item, 0);
            var unknown = preview.notKnown().getOrDefault(item, 0);
            if (missing + unknown > 0) {
                table.getBody()
                        .add(new NativeTableRow(
                                new NativeTableCell(item.mark() + " · " + getTranslation(item.key())),
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
        var first = preview.incomplete();
        var names = desk.people()
                .names(
                        desk.access().scope(Section.ADMINISTRATIVE, Purpose.COORDINATION, null),
                        first.stream()
                                .map(DemandPreview.Incomplete::person)
                                .distinct()
                                .toList());
        var formats = new Formats(getLocale(), ZoneOffset.UTC);
        var table = table(
                3,
                List.of(
                        getTranslation("demand.quality.person"),
                        getTranslation("demand.quality.start"),
                        getTranslation("demand.quality.items")));
        for (var one : first) {
            var name = names.get(one.person());
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableCell(name == null ? unnamed() : link(name)),
                            new NativeTableCell(formats.date(one.start())),
                            new NativeTableCell(items(one.items()))));
        }
        var scroller = scroller(table);
        scroller.addClassName("relais-demand-people");
        var panel = new Panel(getTranslation("demand.quality.people"), scroller);
        panel.setCount(preview.unfinished());
        if (preview.unfinished() > first.size()) {
            panel.addContent(new Paragraph(getTranslation("demand.quality.more", preview.unfinished() - first.size())));
        }
        return panel;
    }

    private Component unnamed() {
        return new Span(getTranslation("demand.quality.unnamed"));
    }

    private static Component link(PersonName name) {
        var link = new Anchor(PersonRoutes.record(name.person(), DemandRoutes.SECTION), name.display());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String items(Collection<DemandItem> items) {
        var named = items.stream()
                .sorted()
                .limit(NAMED)
                .map(item -> getTranslation(item.key()))
                .collect(Collectors.joining(" · "));
        return items.size() > NAMED ? getTranslation("demand.quality.items.more", named, items.size() - NAMED) : named;
    }

    private Component tables() {
        which.setLabel(getTranslation("demand.table.which"));
        which.setItems(
                preview.tables().stream().map(CountTable::number).distinct().toList());
        which.setItemLabelGenerator(number ->
                getTranslation("demand.table.name", String.valueOf(number), getTranslation("demand.table." + number)));
        which.addClassName("relais-demand-which");
        which.addValueChangeListener(event -> versions());
        treatment.setLabel(getTranslation(DemandDimension.TREATMENT.key()));
        treatment.setItemLabelGenerator(codes::treatment);
        treatment.addValueChangeListener(event -> show());
        sex.setLabel(getTranslation(DemandDimension.SEX.key()));
        sex.setItemLabelGenerator(codes::sex);
        sex.addValueChangeListener(event -> show());
        var choice = new Div(which, treatment, sex);
        choice.addClassName("relais-demand-bar");
        // Wider than the page: whoever has no mouse moves it with the arrows
        shown.addClassName("relais-scroller");
        shown.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        var hint = new Paragraph(
                getTranslation("demand.table.hidden", desk.rule().now().smallestShown()));
        hint.addClassNames("relais-meta", "relais-small-text", "relais-demand-hint");
        which.setValue(preview.tables().getFirst().number());
        return new Panel(getTranslation("demand.table.title"), choice, hint, shown);
    }

    private String title(CountTable table) {
        return getTranslation(
                "demand.table.caption",
                String.valueOf(table.number()),
                getTranslation("demand.table." + table.number()),
                codes.treatment(table.treatment()),
                codes.sex(table.sex()));
    }

    private Stream<CountTable> chosen() {
        return preview.tables().stream().filter(table -> table.number() == which.getValue());
    }

    private void versions() {
        versions(treatment, CountTable::treatment);
        versions(sex, CountTable::sex);
        show();
    }

    // What was chosen stays where the next table has it too
    private void versions(Select<String> select, Function<CountTable, String> of) {
        var before = select.getValue();
        var all = chosen().map(of).distinct().toList();
        select.setItems(all);
        select.setVisible(all.size() > 1);
        select.setValue(before != null && all.contains(before) ? before : CountTable.TOTAL);
    }

    private void show() {
        chosen().filter(table -> table.treatment().equals(treatment.getValue())
                        && table.sex().equals(sex.getValue()))
                .findFirst()
                .ifPresent(this::show);
    }

    private void show(CountTable table) {
        shown.removeAll();
        var heads = new java.util.ArrayList<String>();
        heads.add(getTranslation(table.rows().key()));
        table.columns().forEach(column -> heads.add(codes.column(table, column)));
        var drawn = table(1, heads);
        drawn.addClassName("relais-demand-counts");
        drawn.getElement().setAttribute("aria-label", title(table));
        shown.getElement().setAttribute("aria-label", title(table));
        for (var line : table.lines()) {
            var head = new NativeTableHeaderCell(codes.row(table, line));
            head.getElement().setAttribute("scope", "row");
            var row = new NativeTableRow();
            row.add(head);
            row.addClassName("relais-demand-" + line.level().name().toLowerCase(java.util.Locale.ROOT));
            if (line.group() != null) {
                row.addClassName("relais-demand-in-group");
            }
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

    /** @param words how many of the columns hold words; the others hold numbers */
    private static NativeTable table(int words, List<String> heads) {
        var table = new NativeTable();
        table.addClassName("relais-plain-table");
        var row = new NativeTableRow();
        heads.forEach(text -> {
            var cell = new NativeTableHeaderCell(text);
            cell.getElement().setAttribute("scope", "col");
            if (row.getComponentCount() >= words) {
                cell.addClassName("relais-demand-count");
            }
            row.add(cell);
        });
        table.getHead().add(row);
        return table;
    }

    private static Div scroller(Component... content) {
        var scroller = new Div(content);
        scroller.addClassName("relais-scroller");
        return scroller;
    }
}
