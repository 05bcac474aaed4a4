package org.relais.reintegration.ui;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;

import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One step: what, through whom, until when, who sees to it. Opens its panel, and has everything in its menu. */
final class StepCard extends Article {

    private final transient StepRow row;
    private final transient StepWords words;
    private final transient StepMoves moves;
    private final NativeButton title = new NativeButton();

    StepCard(StepRow row, BoardPage page, StepWords words, StepMoves moves) {
        this.row = row;
        this.words = words;
        this.moves = moves;
        addClassNames("relais-step-card", "relais-step-" + row.status().name().toLowerCase(Locale.ROOT));
        setClassName("relais-step-chosen", page.chosen(row));
        add(createHead(page));
        row.through().ifPresent(name -> add(createPartner(name)));
        if (row.status() == StepStatus.BLOCKED) {
            var why = new Paragraph(
                    new SeverityBadge(
                            Severity.WARNING,
                            StepWords.glyph(StepStatus.BLOCKED),
                            words.say(row.status().key())),
                    new Span(row.reason() == null ? "" : row.reason()));
            why.addClassName("relais-step-reason");
            add(why);
        } else if (row.reason() != null) {
            var why = new Paragraph(words.say("reintegration.step.reason.shown", row.reason()));
            why.addClassName("relais-step-reason");
            add(why);
        }
        add(createFoot());
        addClickListener(click -> page.choose(row));
    }

    StepRow row() {
        return row;
    }

    /** Puts the focus on it, where it stands now. */
    void focus() {
        title.focus();
    }

    private Component createHead(BoardPage page) {
        title.addClassName("relais-step-title");
        title.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-expanded", String.valueOf(page.chosen(row)));
        if (row.status() == StepStatus.DONE) {
            title.add(Glyph.CIRCLE_CHECK.create());
        }
        title.add(new Span(row.title()));
        var head = new Div(new H4(title));
        head.addClassName("relais-step-head");
        if (page.changeable(row)) {
            head.add(createMenu(page));
        }
        return head;
    }

    private Component createPartner(String name) {
        var glyph = row.column().filter(BoardColumn.PARTNER::equals).isPresent() ? Glyph.SEND : Glyph.BUILDING_2;
        var line = new Span(glyph.create(), new Span(name));
        line.addClassName("relais-step-line");
        return line;
    }

    private Component createFoot() {
        var when = words.dueShort(row);
        when.addClassName("relais-grow");
        var foot = new Div(when, words.avatar(row));
        foot.addClassName("relais-step-foot");
        return foot;
    }

    private Component createMenu(BoardPage page) {
        var bar = new MenuBar();
        bar.addThemeNames("tertiary", "small", "icon");
        bar.addClassName("relais-step-menu");
        // The card opens its panel on a click: one on its menu is no such click
        bar.getElement().addEventListener("click", event -> {}).stopPropagation();
        var root = bar.addItem(Glyph.ELLIPSIS.create());
        root.setAriaLabel(words.say("reintegration.move.menu", row.title()));
        var actions = root.getSubMenu();
        if (row.status().open()) {
            var next = StepMoves.usual(row);
            actions.addItem(
                    words.say("reintegration.quick." + row.status().name().toLowerCase(Locale.ROOT)),
                    event -> moves.move(row, next));
            var move = actions.addItem(words.say("reintegration.move")).getSubMenu();
            row.reachable()
                    .forEach(column -> move.addItem(words.say(column.key()), event -> moves.put(row, column, null)));
            row.status().next().stream()
                    .filter(StepStatus::needsReason)
                    .forEach(status -> move.addItem(
                            words.say("reintegration.move.to-reason", words.say(status.key())),
                            event -> moves.move(row, status)));
            actions.addItem(words.say("reintegration.postpone"), event -> moves.postpone(row));
            actions.addItem(words.say("reintegration.hand-over"), event -> moves.handOver(row));
            actions.addItem(words.say("reintegration.contact"), event -> moves.contact(row));
            actions.addItem(words.say("reintegration.refer"), event -> page.refer(row));
        }
        actions.addItem(words.say("reintegration.history"), event -> moves.history(row));
        return bar;
    }
}
