package org.relais.today.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

import org.relais.shared.Severity;
import org.relais.today.DayLine;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.DueLabel;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;
import org.relais.worklist.DueGroup;

/** One thing to do: when, whom, what, how late, and the way there. */
class DayRow extends ListItem {

    private static final Duration ONE_DAY = Duration.ofDays(1);

    DayRow(DayLine line, Clock clock) {
        addClassNames(
                "relais-today-row", line.group() == DueGroup.OVERDUE ? "relais-today-late" : "relais-today-ahead");
        var formats = new Formats(getLocale(), line.day().zone());
        var today = line.day().of(clock.instant());
        var sameDay = line.day().of(line.at()).equals(today);
        var time = new Span(sameDay ? formats.time(line.at()) : formats.shortDate(formats.day(line.at())));
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
        if (line.overdue().compareTo(ONE_DAY) >= 0) {
            add(new SeverityBadge(
                    Severity.CRITICAL,
                    Glyph.CLOCK_ALERT,
                    getTranslation("today.late-days", line.overdue().toDays())));
        } else if (line.group() == DueGroup.OVERDUE || line.group() == DueGroup.WITHIN_THE_HOUR) {
            add(new DueLabel(line.at(), Duration.ZERO));
        }
    }
}
