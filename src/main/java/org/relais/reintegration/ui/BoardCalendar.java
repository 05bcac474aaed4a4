package org.relais.reintegration.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.uikit.Glyph;

/** The steps of one month on the days they are due. */
final class BoardCalendar extends Div {

    private final transient BoardPage page;
    private final transient StepWords words;
    private final transient Map<LocalDate, List<StepRow>> byDay;
    private final LocalDate today;

    BoardCalendar(YearMonth month, LocalDate today, List<StepRow> steps, BoardPage page, StepWords words) {
        this.page = page;
        this.words = words;
        this.today = today;
        this.byDay = steps.stream()
                .filter(step -> step.status() != StepStatus.CANCELLED)
                .collect(Collectors.groupingBy(StepRow::dueOn));
        addClassName("relais-board-calendar");
        add(createHead(month), createTable(month));
    }

    private Component createHead(YearMonth month) {
        var name = new H3(month.atDay(1).format(DateTimeFormatter.ofPattern("LLLL yyyy", getLocale())));
        name.getElement().setAttribute("aria-live", "polite");
        var now = new Button(getTranslation("reintegration.calendar.today"), click -> page.show(YearMonth.from(today)));
        now.addThemeName("small");
        var head = new Div(
                turn(Glyph.CHEVRON_LEFT, "reintegration.calendar.before", month.minusMonths(1)),
                name,
                turn(Glyph.CHEVRON_RIGHT, "reintegration.calendar.after", month.plusMonths(1)),
                now);
        head.addClassName("relais-board-calendar-head");
        return head;
    }

    private Button turn(Glyph glyph, String key, YearMonth to) {
        var button = new Button(glyph.create(), click -> page.show(to));
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key));
        return button;
    }

    private Component createTable(YearMonth month) {
        var table = new NativeTable();
        var head = new NativeTableRow();
        for (var day : DayOfWeek.values()) {
            var cell = new NativeTableHeaderCell(day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            var row = new NativeTableRow();
            for (var day = 0; day < 7; day++) {
                row.add(createDay(week.plusDays(day), month));
            }
            table.getBody().add(row);
        }
        return table;
    }

    private NativeTableCell createDay(LocalDate day, YearMonth month) {
        var number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassNames("relais-meta", "relais-numeric");
        number.getElement().setAttribute("title", words.date(day));
        var cell = new NativeTableCell(number);
        cell.setClassName("relais-board-today", day.equals(today));
        cell.setClassName("relais-board-other-month", !YearMonth.from(day).equals(month));
        if (day.equals(today)) {
            cell.getElement().setAttribute("aria-current", "date");
        }
        byDay.getOrDefault(day, List.of()).forEach(step -> cell.add(createStep(step)));
        return cell;
    }

    private Component createStep(StepRow step) {
        var glyph =
                step.overdue() ? Glyph.CLOCK_ALERT : step.awaited() ? Glyph.HOURGLASS : StepWords.glyph(step.status());
        var button = new NativeButton();
        button.add(glyph.create(), new Span(step.title()));
        button.addClickListener(click -> page.choose(step));
        button.addClassName("relais-board-day-step");
        button.setClassName("relais-late", step.overdue());
        button.setClassName("relais-step-done", step.status() == StepStatus.DONE);
        button.setClassName("relais-step-chosen", page.chosen(step));
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute(
                        "aria-label",
                        words.say(
                                "reintegration.calendar.step",
                                step.title(),
                                words.say(step.status().key()),
                                words.date(step.dueOn())));
        return button;
    }
}
