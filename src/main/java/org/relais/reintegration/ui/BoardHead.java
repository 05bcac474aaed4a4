package org.relais.reintegration.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.SegmentedSwitch;

/** The head of a person's board: the way back to the record, the views, and what can be begun here. */
final class BoardHead extends Header {

    private final SegmentedSwitch<BoardView> views;

    BoardHead(
            StepDesk desk,
            Grant grant,
            Grant record,
            StepWords words,
            Consumer<BoardView> chosen,
            Runnable addStep,
            Runnable refer,
            Runnable print) {
        addClassName("relais-board-head");
        views = new SegmentedSwitch<>(
                getTranslation("reintegration.view"), view -> getTranslation(view.key()), BoardView.values());
        views.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue());
            }
        });
        var back = new Anchor(PersonRoutes.record(grant.person()), Glyph.ARROW_LEFT.create());
        back.getElement().setAttribute("router-link", true);
        back.setAriaLabel(getTranslation("reintegration.board.back"));
        back.addClassName("relais-icon-link");
        back.getElement().setAttribute("title", getTranslation("reintegration.board.back"));
        var name = new Div(new H2(getTranslation("reintegration.section")));
        name.addClassName("relais-board-title");
        name.add(new DischargeChip(desk, record, words));
        var line = new Paragraph();
        line.addClassNames("relais-secondary", "relais-small-text");
        desk.keyWorker(record)
                .ifPresent(
                        who -> line.add(new Span(getTranslation("reintegration.board.key-worker", words.name(who)))));
        var text = new Div(name, line);
        text.addClassName("relais-grow");
        var actions = new Div(views, createPrint(print));
        actions.addClassName("relais-board-actions");
        if (grant.mayWrite(Section.SOCIAL)) {
            actions.add(new BusyButton(getTranslation("reintegration.refer"), Glyph.SEND, refer));
            var add = new BusyButton(getTranslation("reintegration.step.add"), Glyph.PLUS, addStep);
            add.setAriaLabel(getTranslation("reintegration.step.add.long"));
            add.addThemeName("primary");
            add.addClassName("relais-step-add");
            actions.add(add);
        }
        add(back, text, actions);
    }

    void show(BoardView view) {
        views.setValue(view);
    }

    private Button createPrint(Runnable print) {
        var button = new BusyButton("", Glyph.PRINTER, print);
        button.addThemeName("icon");
        button.setAriaLabel(getTranslation("reintegration.print"));
        button.setTooltipText(getTranslation("reintegration.print"));
        return button;
    }
}
