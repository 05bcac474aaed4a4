package org.relais.agenda.ui;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import org.jspecify.annotations.Nullable;

import org.relais.agenda.AgendaBlock;
import org.relais.agenda.AppointmentRow;
import org.relais.agenda.AppointmentState;
import org.relais.person.PersonName;
import org.relais.shared.AppointmentId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.uikit.Glyph;

/**
 * Days side by side, with what is planned at its height, and a line for the present time. A block opens by click or
 * Enter; it moves by pointer, and what it opens does the same.
 */
@Tag("relais-agenda-grid")
@JsModule("context://scripts/relais-agenda-grid.js")
final class AgendaGrid extends Component implements HasComponents, HasStyle {

    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 19;

    /** What the page does. */
    interface Acts {
        void open(AppointmentRow row);

        void move(AppointmentRow row, AgendaColumn from, AgendaColumn to, LocalTime time);

        void book(AgendaColumn column, LocalTime time);
    }

    private final transient AgendaWords words;
    private final transient CentreId centre;
    private final transient Map<PersonId, PersonName> names;
    private final transient List<AgendaColumn> columns;
    private final transient List<Placed> placed = new ArrayList<>();
    private final transient Acts acts;
    private final transient @Nullable AppointmentId touched;
    private final boolean writes;
    private final transient ZoneId zone;

    AgendaGrid(
            AgendaDesk desk,
            AgendaWords words,
            CentreId centre,
            Map<PersonId, PersonName> names,
            List<AgendaColumn> columns,
            @Nullable AppointmentId touched,
            Acts acts) {
        this.words = words;
        this.centre = centre;
        this.names = Map.copyOf(names);
        this.columns = List.copyOf(columns);
        this.acts = acts;
        this.touched = touched;
        this.writes = desk.writes();
        this.zone = desk.zone(centre);
        var first = FIRST_HOUR;
        var last = LAST_HOUR;
        for (var column : columns) {
            for (var block : column.blocks()) {
                first = Math.min(first, from(block) / 60);
                last = Math.max(last, (to(block, from(block)) + 59) / 60);
            }
        }
        getElement().setAttribute("first", String.valueOf(first * 60));
        getElement().setAttribute("last", String.valueOf(Math.min(last, 24) * 60));
        getElement()
                .setAttribute(
                        "now",
                        String.valueOf(LocalTime.ofInstant(desk.now(), zone).toSecondOfDay()));
        add(createHours(first, Math.min(last, 24)));
        for (var number = 0; number < columns.size(); number++) {
            add(createColumn(columns.get(number), number));
        }
        getElement()
                .addEventListener(
                        "relais-moved",
                        event -> moved(
                                number(event, "event.detail.block"),
                                number(event, "event.detail.column"),
                                number(event, "event.detail.minutes")))
                .addEventData("event.detail.block")
                .addEventData("event.detail.column")
                .addEventData("event.detail.minutes");
        getElement()
                .addEventListener(
                        "relais-slot",
                        event -> slot(number(event, "event.detail.column"), number(event, "event.detail.minutes")))
                .addEventData("event.detail.column")
                .addEventData("event.detail.minutes");
    }

    /** A block was dropped; numbers the page never had do nothing. */
    void moved(int block, int column, int minutes) {
        if (block >= 0 && block < placed.size() && fits(column, minutes)) {
            var dropped = placed.get(block);
            if (writes && dropped.row().state() == AppointmentState.PLANNED) {
                acts.move(
                        dropped.row(),
                        columns.get(dropped.column()),
                        columns.get(column),
                        LocalTime.MIN.plusMinutes(minutes));
            }
        }
    }

    private void slot(int column, int minutes) {
        if (writes && fits(column, minutes)) {
            acts.book(columns.get(column), LocalTime.MIN.plusMinutes(minutes));
        }
    }

    private boolean fits(int column, int minutes) {
        return column >= 0 && column < columns.size() && minutes >= 0 && minutes < 24 * 60;
    }

    private Component createHours(int first, int last) {
        var hours = new Div();
        hours.addClassName("relais-agenda-hours");
        hours.getElement().setAttribute("aria-hidden", "true");
        for (var hour = first; hour <= last; hour++) {
            var label = new Span(words.say("agenda.hour", hour));
            label.getElement().setAttribute("data-from", String.valueOf(hour * 60));
            hours.add(label);
        }
        return hours;
    }

    private Component createColumn(AgendaColumn column, int number) {
        var head = new Div(new Span(column.head()));
        head.addClassName("relais-agenda-head");
        if (column.closed()) {
            var closed = new Span(words.say("agenda.closed"));
            closed.addClassName("relais-meta");
            head.add(closed);
        }
        var day = new Div();
        day.addClassName("relais-agenda-day");
        day.getElement().setAttribute("data-column", String.valueOf(number));
        day.getElement().setAttribute("data-today", column.today());
        day.getElement().setAttribute("data-closed", column.closed());
        day.getElement().setAttribute("data-open", writes && !column.closed());
        column.blocks().forEach(block -> day.add(createBlock(block, number)));
        var whole = new Div(head, day);
        whole.addClassName("relais-agenda-column");
        whole.getElement().setAttribute("role", "group");
        whole.getElement().setAttribute("aria-label", column.head());
        return whole;
    }

    private Component createBlock(AgendaBlock block, int column) {
        var from = from(block);
        var row = block.row();
        var times = words.times(block.startsAt(), block.endsAt(), centre);
        var shown = row == null ? createTaken(times) : createKnown(row, times, column);
        shown.getElement().setAttribute("data-from", String.valueOf(from));
        shown.getElement().setAttribute("data-to", String.valueOf(to(block, from)));
        return shown;
    }

    private Component createTaken(String times) {
        var title = new Span(words.say("agenda.taken"));
        var when = new Span(times);
        when.addClassNames("relais-agenda-line", "relais-numeric");
        var taken = new Div(title, when);
        taken.addClassNames("relais-agenda-block", "relais-agenda-taken");
        return taken;
    }

    private Component createKnown(AppointmentRow row, String times, int column) {
        var name = row.person() == null ? null : names.get(row.person());
        var title = new Span(name == null ? words.title(row) : name.display());
        title.addClassName("relais-agenda-title");
        var head = new Span(glyph(row).create(), title);
        head.addClassName("relais-agenda-name");
        var line = new Span(line(row, name));
        line.addClassName("relais-agenda-line");
        var block = new NativeButton();
        block.add(head, line);
        block.addClassNames(
                "relais-agenda-block",
                "relais-" + row.discipline().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        block.setAriaLabel(words.say(
                "agenda.block.label",
                times,
                name == null ? words.title(row) : name.display() + ", " + words.title(row),
                words.say(row.discipline().key()),
                words.say(row.state().key())));
        if (row.state() != AppointmentState.PLANNED) {
            block.addClassName("relais-agenda-over");
        }
        block.getElement().setAttribute("data-block", String.valueOf(placed.size()));
        if (writes && row.state() == AppointmentState.PLANNED) {
            block.getElement().setAttribute("draggable", "true");
        }
        block.addClickListener(_ -> acts.open(row));
        if (row.id().equals(touched)) {
            block.focus();
        }
        placed.add(new Placed(row, column));
        return block;
    }

    private String line(AppointmentRow row, @Nullable PersonName name) {
        var detail = words.detail(row);
        if (name == null) {
            return detail;
        }
        var room = words.room(row.centre(), row.room());
        return room.isEmpty() ? words.title(row) : words.title(row) + " · " + room;
    }

    private static Glyph glyph(AppointmentRow row) {
        return row.state() == AppointmentState.PLANNED ? AgendaWords.glyph(row.kind()) : AgendaWords.glyph(row.state());
    }

    private int from(AgendaBlock block) {
        return LocalTime.ofInstant(block.startsAt(), zone).toSecondOfDay() / 60;
    }

    // What goes on after midnight ends with the day here
    private static int to(AgendaBlock block, int from) {
        var minutes = (int)
                java.time.Duration.between(block.startsAt(), block.endsAt()).toMinutes();
        return Math.min(from + minutes, 24 * 60);
    }

    private static int number(DomEvent event, String name) {
        var value = event.getEventData().get(name);
        return value != null && value.isNumber() ? (int) value.asDouble() : -1;
    }

    private record Placed(AppointmentRow row, int column) {}
}
