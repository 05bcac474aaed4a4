package org.relais.reintegration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;

import org.relais.reintegration.Responsible;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Discipline;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DisciplineTile;
import org.relais.uikit.Glyph;

/** One step: what, for which part of life, who sees to it, until when; and where it can be moved. */
final class StepCard extends Article {

    private final transient StepRow row;
    private final transient StepWords words;
    private final transient StepMoves moves;

    StepCard(StepRow row, boolean changeable, StepWords words, StepMoves moves) {
        this.row = row;
        this.words = words;
        this.moves = moves;
        addClassNames("relais-step-card", "relais-step-" + row.status().name().toLowerCase(java.util.Locale.ROOT));
        add(createHead(changeable), createResponsible());
        if (row.reason() != null) {
            var why = new Paragraph(words.say("reintegration.step.reason.shown", row.reason()));
            why.addClassName("relais-step-reason");
            add(why);
        }
        add(createFoot(changeable));
    }

    private Component createHead(boolean changeable) {
        var title = new H4(row.title());
        var domain = new Span(words.say(row.domain().key()));
        domain.addClassNames("relais-meta", "relais-small-text");
        var text = new Div(title, domain);
        text.addClassName("relais-grow");
        var head = new Div(new DisciplineTile(Discipline.SOCIAL, StepWords.glyph(row.domain())).small(), text);
        head.addClassName("relais-step-head");
        if (changeable) {
            head.add(createMenu());
        }
        return head;
    }

    private Component createResponsible() {
        var glyph = row.responsible() instanceof Responsible.ThirdParty ? Glyph.BUILDING_2 : Glyph.USER_ROUND;
        var line = new Span(glyph.create(), new Span(words.responsible(row.responsible())));
        line.addClassName("relais-step-line");
        return line;
    }

    private Component createFoot(boolean changeable) {
        var date = new Span(Glyph.CALENDAR_DAYS.create(), new Span(words.date(row.dueOn())));
        date.addClassNames("relais-step-line", "relais-numeric");
        var when = new Div(date);
        when.addClassName("relais-step-when");
        if (row.status().open()) {
            when.add(words.due(row));
        }
        var foot = new Div(when);
        foot.addClassName("relais-step-foot");
        if (changeable && row.status().open()) {
            foot.add(createQuick());
        }
        return foot;
    }

    // The usual next status is one click away.
    private Component createQuick() {
        var next = row.status() == StepStatus.DOING ? StepStatus.DONE : StepStatus.DOING;
        var button = new BusyButton(
                words.say("reintegration.quick." + row.status().name().toLowerCase(java.util.Locale.ROOT)),
                StepWords.glyph(next),
                () -> moves.move(row, next));
        button.addThemeName("small");
        button.addClassName("relais-step-quick");
        return button;
    }

    private Component createMenu() {
        var bar = new MenuBar();
        bar.addThemeNames("tertiary", "small", "icon");
        bar.addClassName("relais-step-menu");
        var root = bar.addItem(Glyph.ELLIPSIS.create());
        root.setAriaLabel(words.say("reintegration.move.menu", row.title()));
        var actions = root.getSubMenu();
        if (row.status().open()) {
            var move = actions.addItem(words.say("reintegration.move")).getSubMenu();
            row.status().next().forEach(status -> move.addItem(word(status), event -> moves.move(row, status)));
            actions.addItem(words.say("reintegration.postpone"), event -> moves.postpone(row));
        }
        actions.addItem(words.say("reintegration.history"), event -> moves.history(row));
        return bar;
    }

    private String word(StepStatus status) {
        var word = words.say(status.key());
        return status.needsReason() ? words.say("reintegration.move.to-reason", word) : word;
    }
}
