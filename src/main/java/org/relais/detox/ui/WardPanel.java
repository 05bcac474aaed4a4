package org.relais.detox.ui;

import java.util.Objects;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.detox.DetoxRow;
import org.relais.detox.DetoxState;
import org.relais.detox.ObservationNow;
import org.relais.detox.WardRow;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** One person beside the board, which stays: what is due, and what can be done. */
class WardPanel extends Aside {

    private final transient DetoxWords words;
    private final transient Formats formats;
    private final transient DetoxActs acts;
    private final transient BedActs beds;
    private final transient Runnable closed;
    private @Nullable PersonId person;

    WardPanel(DetoxWords words, Formats formats, DetoxActs acts, BedActs beds, Runnable closed) {
        this.words = words;
        this.formats = formats;
        this.acts = acts;
        this.beds = beds;
        this.closed = closed;
        addClassName("relais-ward-panel");
        getElement().setAttribute("aria-label", words.say("detox.panel"));
        setVisible(false);
    }

    /** Whose withdrawal is shown; null while nobody's is. */
    @Nullable
    PersonId person() {
        return person;
    }

    void show(WardRow row) {
        var name = Objects.requireNonNull(row.bed().name());
        var detox = Objects.requireNonNull(row.detox());
        person = detox.person();
        removeAll();
        setVisible(true);
        var title = new H2(name.display());
        title.getElement().setAttribute("tabindex", "-1");
        var close = new Button(Glyph.X.create(), _ -> hide());
        close.addThemeNames("tertiary", "icon");
        close.setAriaLabel(words.say("detox.panel.close"));
        var head = new Div(title, close);
        head.addClassName("relais-ward-panel-head");
        add(head);
        if (row.withheld()) {
            add(new Paragraph(words.say("detox.panel.locked")));
        } else {
            add(new Paragraph(words.say(
                    "detox.panel.line", row.bed().bed().label(), detox.day(), words.substances(detox.substances()))));
            add(protocol(detox));
        }
        if (detox.state() == DetoxState.SUSPENDED) {
            add(new SeverityBadge(Severity.WARNING, words.say(detox.state().key())));
        }
        var list = new UnorderedList();
        list.addClassName("relais-ward-observations");
        row.observations().forEach(one -> list.add(observation(one)));
        add(list, actions(row, detox, name.display()));
    }

    void hide() {
        person = null;
        setVisible(false);
        closed.run();
    }

    private Paragraph protocol(DetoxRow detox) {
        var rule = words.desk()
                .protocols()
                .version(detox.protocol(), detox.protocolVersion())
                .rule();
        var line = new Paragraph();
        line.add(
                new Span(words.protocol(detox)),
                new Span(" · "),
                new Span(words.say(
                        rule.approved() ? "detox.protocol.approved" : "detox.protocol.not-approved",
                        rule.code(),
                        rule.version(),
                        rule.source())));
        line.addClassName("relais-meta");
        return line;
    }

    private ListItem observation(ObservationNow one) {
        var name = new Span(words.instrument(one.instrument()));
        name.addClassName("relais-strong");
        var course = one.course();
        var due = DetoxWords.due(course);
        var at = new Span(words.say("detox.panel.planned", formats.time(course.dueAt())));
        at.addClassNames("relais-meta", "relais-numeric");
        var item = new ListItem(name, due, at);
        if (course.omittedInRow() > 0) {
            item.add(new SeverityBadge(
                    Severity.CRITICAL, Glyph.CLOCK_ALERT, words.say("detox.card.omitted", course.omittedInRow())));
        }
        var last = one.last();
        if (last != null) {
            var findings = last.findings();
            var made = new Span(
                    findings == null || findings.total() == null
                            ? words.say("detox.panel.last", formats.time(last.occurredAt()))
                            : words.say("detox.panel.last.total", formats.time(last.occurredAt()), findings.total()));
            made.addClassNames("relais-meta", "relais-numeric");
            item.add(made);
        }
        return item;
    }

    private Div actions(WardRow row, DetoxRow detox, String name) {
        var actions = new Div();
        actions.addClassName("relais-ward-actions");
        var record = new Anchor(PersonRoutes.record(detox.person()), words.say("detox.panel.record"));
        record.addClassName("relais-button");
        if (detox.state() == DetoxState.ACTIVE) {
            actions.add(
                    new Button(words.say("detox.omit.open"), Glyph.BAN.create(), _ -> acts.omit(detox, name)),
                    record,
                    quiet("detox.bed.move.open", () -> beds.move(row.bed())),
                    quiet("detox.suspend.open", () -> acts.suspend(detox, name)),
                    quiet("detox.end.open", () -> acts.end(detox, name)));
        } else {
            actions.add(
                    new BusyButton(words.say("detox.resume.open"), () -> acts.resume(detox)),
                    record,
                    quiet("detox.bed.move.open", () -> beds.move(row.bed())),
                    quiet("detox.end.open", () -> acts.end(detox, name)));
        }
        return actions;
    }

    private Button quiet(String key, Runnable act) {
        var button = new Button(words.say(key), _ -> act.run());
        button.addThemeName("tertiary");
        return button;
    }
}
