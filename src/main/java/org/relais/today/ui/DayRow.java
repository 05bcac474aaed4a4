package org.relais.today.ui;

import java.time.Clock;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

import org.relais.today.DayLine;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Formats;
import org.relais.uikit.Lateness;
import org.relais.worklist.DueGroup;

/** One thing to do: when, whom, what, how late, and the way there. */
class DayRow extends ListItem {

    private final transient Clock clock;

    DayRow(DayLine line, Clock clock) {
        this.clock = clock;
        addClassNames(
                "relais-today-row", line.group() == DueGroup.OVERDUE ? "relais-today-late" : "relais-today-ahead");
        var formats = new Formats(getLocale(), line.day().zone());
        var time = new Span(when(line, formats));
        time.addClassNames("relais-today-time", "relais-numeric");
        var title = line.title().words(this::getTranslation);
        var what = new Div(new Span(title));
        what.addClassName("relais-today-what");
        var words = new Div(who(line), what);
        words.addClassName("relais-grow");
        add(time, new DisciplineTile(line.discipline()).small(), words);
        addLateness(line);
        var open = new Button(getTranslation("today.open"), _ -> getUI().ifPresent(ui -> ui.navigate(line.path())));
        open.setAriaLabel(getTranslation("today.open-for", name(line), title));
        add(open);
    }

    private String when(DayLine line, Formats formats) {
        if (line.dueOn() != null) {
            return formats.shortDate(line.dueOn());
        }
        var sameDay = line.day().of(line.at()).equals(line.day().of(clock.instant()));
        return sameDay ? formats.time(line.at()) : formats.shortDate(formats.day(line.at()));
    }

    private Component who(DayLine line) {
        var box = new Div();
        var name = new Span(name(line));
        name.addClassName("relais-strong");
        box.add(name);
        if (line.bed() != null) {
            var bed = new Span(Objects.requireNonNull(line.bed()));
            bed.addClassNames("relais-meta", "relais-numeric");
            box.add(bed);
        }
        box.addClassName("relais-today-who");
        return box;
    }

    private String name(DayLine line) {
        return line.name() == null
                ? getTranslation("today.unnamed")
                : line.name().display();
    }

    private void addLateness(DayLine line) {
        var near = line.group() == DueGroup.OVERDUE || line.group() == DueGroup.WITHIN_THE_HOUR;
        if (near) {
            add(Lateness.of(line.at(), line.dueOn(), clock.instant(), line.day()));
        }
    }
}
