package org.relais.reintegration.ui;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;

import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.StepRow;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The steps as cards: a row for each goal, a column for how they stand. Cards are dragged, or moved by their menu. */
final class BoardLanes extends Div {

    private final transient BoardPage page;
    private final transient StepWords words;
    private final transient StepMoves moves;

    BoardLanes(List<Lane> lanes, BoardPage page, StepWords words, StepMoves moves) {
        this.page = page;
        this.words = words;
        this.moves = moves;
        addClassName("relais-board-lanes");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("reintegration.board.label"));
        add(createHead(lanes));
        lanes.forEach(lane -> add(createLane(lane)));
    }

    private Component createHead(List<Lane> lanes) {
        var goals = new Div(new Span(getTranslation("reintegration.board.goal")));
        goals.addClassName("relais-board-column-head");
        var head = new Div(goals);
        head.addClassName("relais-board-head-row");
        for (var column : BoardColumn.values()) {
            head.add(createColumnHead(
                    column,
                    lanes.stream().flatMap(lane -> lane.in(column).stream()).toList()));
        }
        return head;
    }

    private Component createColumnHead(BoardColumn column, List<StepRow> steps) {
        var count = new Span(String.valueOf(steps.size()));
        count.addClassNames("relais-meta", "relais-numeric");
        var head = new Div(StepWords.glyph(column).create(), new H3(getTranslation(column.key())), count);
        head.addClassName("relais-board-column-head");
        var late = (int) steps.stream().filter(StepRow::overdue).count();
        if (late > 0) {
            head.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.CLOCK_ALERT, getTranslation("reintegration.board.late", late)));
        }
        return head;
    }

    private Component createLane(Lane lane) {
        var section = new Section(createLaneHead(lane));
        section.addClassName("relais-board-lane");
        section.setAriaLabel(
                lane.goal() == null
                        ? words.say(lane.domain().key())
                        : lane.goal().statement());
        for (var column : BoardColumn.values()) {
            section.add(createCell(lane, column));
        }
        return section;
    }

    private Component createLaneHead(Lane lane) {
        var tile = new DisciplineTile(StepWords.discipline(lane.domain()), StepWords.glyph(lane.domain())).small();
        var name = new Span(words.say(lane.domain().key()));
        name.addClassNames("relais-strong", "relais-grow");
        var count = new Span(getTranslation("reintegration.board.progress", lane.done(), lane.all()));
        count.addClassNames("relais-small-text", "relais-secondary", "relais-numeric");
        var line = new Div(tile, name, count);
        var goal = lane.goal();
        if (goal != null && goal.open() && page.adding()) {
            var add = new BusyButton("", Glyph.PLUS, () -> page.add(goal));
            add.addThemeNames("tertiary", "icon", "small");
            add.setAriaLabel(getTranslation("reintegration.step.add.goal", goal.statement()));
            add.addClassName("relais-board-lane-add");
            line.add(add);
        }
        line.addClassName("relais-board-lane-name");
        var statement = new Paragraph(
                lane.goal() == null
                        ? getTranslation("reintegration.board.no-goal")
                        : getTranslation(
                                "reintegration.board.quote", lane.goal().statement()));
        statement.addClassName(lane.goal() == null ? "relais-meta" : "relais-board-words");
        var head = new Div(line, statement, createProgress(lane));
        head.addClassName("relais-board-lane-head");
        return head;
    }

    private Component createProgress(Lane lane) {
        var bar = new ProgressBar(0, Math.max(1, lane.all()), lane.done());
        bar.addClassName("relais-board-progress");
        bar.getElement()
                .setAttribute(
                        "aria-label", getTranslation("reintegration.board.progress.words", lane.done(), lane.all()));
        return bar;
    }

    private Component createCell(Lane lane, BoardColumn column) {
        var cards = new UnorderedList();
        cards.addClassName("relais-board-cards");
        lane.in(column).forEach(row -> cards.add(new ListItem(createCard(row))));
        var name = new Span(getTranslation(column.key()));
        name.addClassNames("relais-board-cell-name", "relais-meta");
        var cell = new Div(name, cards);
        cell.addClassNames("relais-board-cell", "relais-board-" + column.name().toLowerCase(java.util.Locale.ROOT));
        cell.setClassName("relais-board-empty", lane.in(column).isEmpty());
        cards.getElement().setAttribute("aria-label", getTranslation(column.key()));
        DropTarget.create(cell)
                .addDropListener(drop -> drop.getDragSourceComponent()
                        .filter(StepCard.class::isInstance)
                        .map(StepCard.class::cast)
                        .ifPresent(card -> page.dropped(
                                card.row(),
                                column,
                                lane.goal() == null ? null : lane.goal().id())));
        return cell;
    }

    private StepCard createCard(StepRow row) {
        var card = new StepCard(row, page, words, moves);
        if (page.changeable(row) && row.status().open()) {
            DragSource.create(card);
        }
        return card;
    }
}
