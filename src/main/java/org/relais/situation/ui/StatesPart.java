package org.relais.situation.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.shared.Severity;
import org.relais.situation.SituationHistory;
import org.relais.situation.StateKind;
import org.relais.situation.StatePeriod;
import org.relais.situation.StatePeriods;
import org.relais.situation.StateRow;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** The coded states: how each stands today, how they followed each other, and what was corrected. */
final class StatesPart extends Div {

    private final transient SocialDesk desk;
    private final transient SituationWords words;
    private transient Grant grant;
    private LocalDate today;

    StatesPart(SocialDesk desk, SituationWords words, Grant grant) {
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.today = LocalDate.EPOCH;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        var history = desk.situations().of(grant);
        today = grant.centres().stream()
                .map(desk::today)
                .findFirst()
                .orElseGet(() -> LocalDate.ofInstant(desk.clock().instant(), java.time.ZoneOffset.UTC));
        if (history.withheld()) {
            add(new NoticeBar(
                    Severity.INFO, getTranslation("situation.withheld"), getTranslation("situation.withheld.text")));
        }
        add(new Panel(getTranslation("situation.states.title", words.date(today)), table(history), mark()));
        if (!history.periods().isEmpty()) {
            add(new Panel(getTranslation("situation.states.course"), chart(history), list(history)));
        }
        if (!history.corrected().isEmpty()) {
            add(new Details(
                    getTranslation("situation.corrected", history.corrected().size()), corrected(history.corrected())));
        }
    }

    private RuleMark mark() {
        return new RuleMark(desk.lists().states().rule(), words);
    }

    private Div table(SituationHistory history) {
        var table = new NativeTable();
        table.addClassNames("relais-plain-table", "relais-states-table");
        var head = new NativeTableRow();
        for (var column : new String[] {"kind", "state", "since", "action"}) {
            var cell = new NativeTableHeaderCell(getTranslation("situation.states.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        Arrays.stream(StateKind.values()).forEach(kind -> table.getBody().add(row(kind, history)));
        var scroller = new Div(table);
        scroller.addClassName("relais-scroller");
        return scroller;
    }

    private NativeTableRow row(StateKind kind, SituationHistory history) {
        var name = new NativeTableHeaderCell(SituationWords.glyph(kind).create(), new Span(getTranslation(kind.key())));
        name.getElement().setAttribute("scope", "row");
        var periods = history.of(kind);
        var state = new NativeTableCell();
        var since = new NativeTableCell();
        since.addClassName("relais-numeric");
        StatePeriods.on(periods, today)
                .ifPresentOrElse(
                        period -> {
                            state.add(new Span(words.state(period.state())));
                            note(state, period.state());
                            since.setText(words.period(period, today));
                        },
                        () -> {
                            var none = new Span(getTranslation("situation.states.not-asked"));
                            none.addClassName("relais-meta");
                            state.add(none);
                        });
        periods.stream().filter(period -> period.after(today)).forEach(period -> {
            var ahead = new Paragraph(
                    getTranslation("situation.states.ahead", words.date(period.from()), words.state(period.state())));
            ahead.addClassNames("relais-meta", "relais-small-text");
            state.add(ahead);
        });
        return new NativeTableRow(name, state, since, action(kind));
    }

    private void note(NativeTableCell cell, StateRow row) {
        if (row.note() != null) {
            var note = new Paragraph(row.note());
            note.addClassNames("relais-meta", "relais-small-text");
            cell.add(note);
        }
    }

    private NativeTableCell action(StateKind kind) {
        var cell = new NativeTableCell();
        if (grant.mayWrite(Section.SOCIAL) && !grant.centres().isEmpty()) {
            var tell =
                    new Button(getTranslation("situation.states.tell"), Glyph.PEN_LINE.create(), event -> tell(kind));
            tell.addThemeName("tertiary");
            tell.setAriaLabel(getTranslation("situation.states.tell.of", getTranslation(kind.key())));
            cell.add(tell);
        }
        return cell;
    }

    private void tell(StateKind kind) {
        StateDialog.tell(words, desk.lists().states(), desk.centres(grant.centres()), kind, today, command -> {
                    desk.situations().tell(desk.write(grant.person()), command);
                    draw();
                    Toast.success(getTranslation("situation.states.told"));
                })
                .open();
    }

    private void correct(StateRow row) {
        StateDialog.correct(words, desk.lists().states(), row, command -> {
                    desk.situations().correct(desk.write(grant.person()), command);
                    draw();
                    Toast.success(getTranslation("situation.states.corrected"));
                })
                .open();
    }

    private PeriodChart chart(SituationHistory history) {
        var lanes = Arrays.stream(StateKind.values())
                .filter(kind -> !history.of(kind).isEmpty())
                .map(kind -> new PeriodChart.Lane(
                        getTranslation(kind.key()),
                        history.of(kind).reversed().stream()
                                .map(period ->
                                        new PeriodChart.Bar(period.from(), period.to(), words.state(period.state())))
                                .toList()))
                .toList();
        var label = lanes.stream()
                .map(lane -> getTranslation(
                        "situation.pair",
                        lane.name(),
                        lane.bars().stream().map(PeriodChart.Bar::words).collect(Collectors.joining(", "))))
                .collect(Collectors.joining(". "));
        return new PeriodChart(lanes, today, getTranslation("situation.states.today"), label);
    }

    private Details list(SituationHistory history) {
        var list = new UnorderedList();
        list.addClassName("relais-states-list");
        for (var kind : StateKind.values()) {
            for (var period : history.of(kind)) {
                list.add(item(kind, period));
            }
        }
        var details = new Details(getTranslation("situation.states.list"), list);
        details.setOpened(true);
        return details;
    }

    private ListItem item(StateKind kind, StatePeriod period) {
        var row = period.state();
        var said = new Span(getTranslation("situation.pair", getTranslation(kind.key()), words.state(row)));
        said.addClassName("relais-strong");
        var when = new Span(words.period(period, today));
        when.addClassName("relais-numeric");
        var told = new Span(words.told(row.recordedBy(), row.recordedAt(), row.centre()));
        told.addClassNames("relais-meta", "relais-small-text");
        var item = new ListItem(said, when, told);
        if (grant.mayWrite(Section.SOCIAL) && grant.centres().contains(row.centre())) {
            var correct = new Button(getTranslation("situation.correct"), event -> correct(row));
            correct.addThemeName("tertiary");
            correct.setAriaLabel(getTranslation("situation.correct.of", words.state(row)));
            item.add(correct);
        }
        return item;
    }

    private UnorderedList corrected(List<StateRow> rows) {
        var list = new UnorderedList();
        list.addClassName("relais-states-list");
        rows.forEach(row -> {
            var what = new Span(
                    getTranslation("situation.pair", getTranslation(row.kind().key()), words.state(row)));
            var told = new Span(words.told(row.recordedBy(), row.recordedAt(), row.centre()));
            told.addClassNames("relais-meta", "relais-small-text");
            var item = new ListItem(what, new Span(words.period(row.from(), row.to())), told);
            if (row.reason() != null) {
                item.add(new Paragraph(getTranslation("situation.correct.reason.shown", row.reason())));
            }
            list.add(item);
        });
        return list;
    }
}
