package org.relais.reintegration.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;

/** The board as it is printed for the person: each goal in their words, what comes next, what is done. */
final class BoardSheet extends Div {

    BoardSheet(List<Lane> lanes, StepDesk desk, Grant grant, StepWords words) {
        addClassName("relais-board-sheet");
        getElement().setAttribute("aria-hidden", "true");
        add(
                new H2(words.say("reintegration.sheet.title")),
                new Paragraph(words.say(
                        "reintegration.sheet.printed",
                        words.dateTime(desk.clock().instant(), desk.home(grant)),
                        grant.actor().name())));
        lanes.forEach(lane -> add(createLane(lane, words)));
        add(new Paragraph(words.say("reintegration.sheet.foot")));
    }

    private static Div createLane(Lane lane, StepWords words) {
        var list = new UnorderedList();
        lane.steps().stream()
                .filter(step -> step.status() != StepStatus.CANCELLED)
                .forEach(step -> list.add(createStep(step, words)));
        var block = new Div(
                new H3(words.say(lane.domain().key())),
                new Paragraph(
                        lane.goal() == null
                                ? ""
                                : words.say(
                                        "reintegration.board.quote", lane.goal().statement())),
                list);
        block.addClassName("relais-board-sheet-lane");
        return block;
    }

    private static ListItem createStep(StepRow step, StepWords words) {
        var who = step.through()
                .map(partner -> words.say("reintegration.sheet.with", words.responsible(step.responsible()), partner))
                .orElseGet(() -> words.responsible(step.responsible()));
        return new ListItem(
                new Span(step.title()),
                new Span(words.say(
                        step.status().open() ? "reintegration.sheet.step" : "reintegration.sheet.done",
                        step.awaited()
                                ? words.say("reintegration.status.awaited")
                                : words.say(step.status().key()),
                        words.date(step.dueOn()),
                        who)));
    }
}
