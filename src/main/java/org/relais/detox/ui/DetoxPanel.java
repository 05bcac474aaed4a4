package org.relais.detox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.detox.DetoxRow;
import org.relais.detox.DetoxState;
import org.relais.detox.ObservationNow;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** The withdrawals of one person: the live one with what is due, those that ended, and what can be done. */
class DetoxPanel extends Div {

    private final transient DetoxDesk desk;
    private final transient DetoxWords words;
    private transient Grant grant;

    DetoxPanel(DetoxDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        this.words = new DetoxWords(desk, UI.getCurrentOrThrow().getLocale());
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        if (grant.level(Section.MEDICAL) != Level.READ) {
            add(new EmptyState(
                    Glyph.LOCK, words.say("detox.section.summary"), words.say("detox.section.summary.text"), null));
            return;
        }
        var all = desk.detoxes().of(grant);
        var live = all.stream().filter(row -> row.state() != DetoxState.ENDED).findFirst();
        live.ifPresentOrElse(row -> add(live(row)), () -> add(none()));
        var ended = all.stream().filter(row -> row.state() == DetoxState.ENDED).toList();
        if (!ended.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("relais-ward-observations");
            ended.forEach(row -> list.add(ended(row)));
            add(new Panel(words.say("detox.section.ended"), list));
        }
    }

    private EmptyState none() {
        var centre = grant.centres().stream().findFirst();
        var start = new Button(
                words.say("detox.start.open"),
                Glyph.PLUS.create(),
                _ -> acts().start(grant.person(), words.say("detox.section.person"), centre.orElseThrow()));
        start.addThemeName("primary");
        return new EmptyState(
                Glyph.ACTIVITY,
                words.say("detox.section.none"),
                words.say("detox.section.none.text"),
                centre.isPresent() && grant.mayWrite(Section.MEDICAL) ? start : null);
    }

    private Panel live(DetoxRow row) {
        var formats = formats(row);
        var panel = new Panel(words.say("detox.section.live", row.day(), words.substances(row.substances())));
        panel.addToHeader(new SeverityBadge(
                row.state() == DetoxState.ACTIVE ? Severity.INFO : Severity.WARNING,
                words.say(row.state().key())));
        panel.addContent(new Paragraph(words.say(
                "detox.section.line",
                words.protocol(row),
                formats.dateTime(row.startedAt()),
                formats.date(row.plannedEnd()))));
        var list = new UnorderedList();
        list.addClassName("relais-ward-observations");
        desk.detoxes().observations(grant).forEach(one -> list.add(observation(one, formats)));
        panel.addContent(list);
        if (grant.mayWrite(Section.MEDICAL) && grant.centres().contains(row.centre())) {
            panel.addContent(actions(row));
        }
        return panel;
    }

    private Div actions(DetoxRow row) {
        var name = words.say("detox.section.person");
        var actions = new Div();
        actions.addClassName("relais-ward-actions");
        if (row.state() == DetoxState.ACTIVE) {
            actions.add(
                    new Button(words.say("detox.omit.open"), Glyph.BAN.create(), _ -> acts().omit(row, name)),
                    new Button(words.say("detox.suspend.open"), _ -> acts().suspend(row, name)));
        } else {
            actions.add(new BusyButton(words.say("detox.resume.open"), () -> acts().resume(row)));
        }
        actions.add(new Button(words.say("detox.end.open"), _ -> acts().end(row, name)));
        return actions;
    }

    private ListItem observation(ObservationNow one, Formats formats) {
        var name = new Span(words.instrument(one.instrument()));
        name.addClassName("relais-strong");
        var at = new Span(
                words.say("detox.panel.planned", formats.time(one.course().dueAt())));
        at.addClassNames("relais-meta", "relais-numeric");
        return new ListItem(name, DetoxWords.due(one.course()), at);
    }

    private ListItem ended(DetoxRow row) {
        var formats = formats(row);
        var what = new Span(words.substances(row.substances()));
        what.addClassName("relais-strong");
        var when = new Span(words.say(
                "detox.section.from-to",
                formats.date(row.startedAt()),
                row.endedAt() == null ? "" : formats.date(row.endedAt())));
        when.addClassNames("relais-meta", "relais-numeric");
        var item = new ListItem(what, when);
        if (row.outcome() != null) {
            item.add(new SeverityBadge(
                    row.outcome().completed() ? Severity.OK : Severity.NEUTRAL,
                    words.say(row.outcome().key())));
        }
        return item;
    }

    private DetoxActs acts() {
        return new DetoxActs(desk, words, this::draw);
    }

    private Formats formats(DetoxRow row) {
        return new Formats(
                words.locale(), desk.centres().centre(row.centre()).serviceDay().zone());
    }
}
