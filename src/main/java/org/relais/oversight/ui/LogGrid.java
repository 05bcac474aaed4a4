package org.relais.oversight.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;

import org.relais.oversight.LogRow;
import org.relais.uikit.SeverityBadge;

/** The loaded rows of the log, newest first; older ones are added at the end. */
final class LogGrid extends Grid<LogRow> {

    private static final String FLAG = "flag";

    private final transient LogWords words;
    private final transient Map<UUID, DeskPart.Flag> flags = new HashMap<>();
    private transient GridListDataView<LogRow> rows = setItems(List.of());

    LogGrid(LogWords words) {
        this.words = words;
        addClassName("relais-log-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.SINGLE);
        getElement().setAttribute("aria-label", getTranslation("oversight.log.title"));
        addColumn(row -> words.time(row.access().occurredAt()))
                .setHeader(getTranslation("oversight.log.time"))
                .setKey("time")
                .setWidth("158px")
                .setFlexGrow(0);
        addColumn(who())
                .setHeader(getTranslation("oversight.log.staff"))
                .setKey("staff")
                .setFlexGrow(3);
        addColumn(row -> words.centre(row.access().actorCentre()))
                .setHeader(getTranslation("oversight.log.centre"))
                .setKey("centre")
                .setFlexGrow(1);
        addColumn(action())
                .setHeader(getTranslation("oversight.log.action"))
                .setKey("action")
                .setFlexGrow(1);
        addColumn(words::record)
                .setHeader(getTranslation("oversight.log.record"))
                .setKey("record")
                .setWidth("118px")
                .setFlexGrow(0);
        addColumn(row -> words.section(row.access().section()))
                .setHeader(getTranslation("oversight.log.section"))
                .setKey("section")
                .setFlexGrow(1);
        addColumn(row -> words.basis(row.access().basis()))
                .setHeader(getTranslation("oversight.log.basis"))
                .setKey("basis")
                .setFlexGrow(1);
        addComponentColumn(this::mark)
                .setHeader(getTranslation("oversight.log.flag"))
                .setKey(FLAG)
                .setFlexGrow(1)
                .setVisible(false);
    }

    /** Marks rows; from the first call on, the marks have a column. */
    void flag(Map<UUID, DeskPart.Flag> marks) {
        flags.putAll(marks);
        getColumnByKey(FLAG).setVisible(true);
    }

    /** Shows these rows and no others. */
    void show(List<LogRow> page) {
        flags.clear();
        rows = setItems(List.copyOf(page));
    }

    /** Adds a page at the end. */
    void append(List<LogRow> page) {
        var all = new ArrayList<>(rows.getItems().toList());
        all.addAll(page);
        rows = setItems(all);
    }

    int size() {
        return rows.getItemCount();
    }

    private Component mark(LogRow row) {
        var flag = flags.get(row.access().id());
        return flag == null ? new Span(LogWords.NOTHING) : new SeverityBadge(flag.severity(), flag.text());
    }

    private Renderer<LogRow> who() {
        return LitRenderer.<LogRow>of(
                        "<span class=\"relais-strong\">${item.name}</span> <span class=\"relais-meta\">${item.role}</span>")
                .withProperty("name", row -> words.who(row.access()))
                .withProperty("role", row -> words.role(row.access()));
    }

    private Renderer<LogRow> action() {
        return LitRenderer.<LogRow>of("<span class=\"relais-log-action\"><vaadin-icon class=\"relais-icon\""
                        + " src=\"icons/lucide.svg\" symbol=\"${item.icon}\" aria-hidden=\"true\"></vaadin-icon>"
                        + "<span>${item.word}</span></span>")
                .withProperty("icon", row -> words.glyph(row.access().action()).symbol())
                .withProperty("word", row -> words.action(row.access().action()));
    }
}
