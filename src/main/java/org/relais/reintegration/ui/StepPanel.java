package org.relais.reintegration.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.relais.person.PersonRoutes;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.ReferralRoutes;
import org.relais.reintegration.BoardColumn;
import org.relais.reintegration.StepChangeRow;
import org.relais.reintegration.StepContactRow;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.StepStatus;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;
import org.relais.uikit.NoticeBar;

/** One chosen step: how late it is, how it came to stand as it does, who was asked, and what can be done now. */
final class StepPanel extends Aside {

    private final transient StepRow row;
    private final transient StepWords words;
    private final transient StepMoves moves;

    /**
     * @param goal the person's words, where the step serves a goal that the reader sees
     * @param changes the latest first
     * @param contacts the latest first
     */
    StepPanel(
            StepRow row,
            @Nullable String goal,
            List<StepChangeRow> changes,
            List<StepContactRow> contacts,
            BoardPage page,
            StepWords words,
            StepMoves moves) {
        this.row = row;
        this.words = words;
        this.moves = moves;
        addClassName("relais-step-panel");
        getElement().setAttribute("aria-label", words.say("reintegration.panel", row.title()));
        add(createHead(goal, page), createBody(changes, contacts, page.referral(row)));
        if (page.changeable(row) && row.status().open() && page.referral(row) == null) {
            add(createActions());
        }
    }

    private Component createHead(@Nullable String goal, BoardPage page) {
        var discipline = StepWords.discipline(row.domain());
        var kind = new Span(
                StepWords.glyph(row.domain()).create(),
                new Span(words.say(row.domain().key())));
        kind.addClassNames(
                "relais-discipline",
                "relais-" + discipline.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var close = new Button(Glyph.X.create(), click -> page.choose(null));
        close.addThemeNames("tertiary", "icon", "small");
        close.setAriaLabel(words.say("uikit.close"));
        var line = new Div(kind, close);
        line.addClassName("relais-step-panel-line");
        var head = new Header(line, new H3(row.title()));
        row.through().ifPresent(partner -> head.add(secondary(partner)));
        if (goal != null) {
            head.add(secondary(words.say("reintegration.board.quote", goal)));
        }
        return head;
    }

    private Component createBody(
            List<StepChangeRow> changes, List<StepContactRow> contacts, @Nullable PartnerReferralRow referral) {
        var body = new Div();
        body.addClassName("relais-step-panel-body");
        late(body);
        if (referral != null) {
            body.add(createReferral(referral));
        }
        if (row.reason() != null) {
            body.add(new NoticeBar(Severity.WARNING, words.say(row.status().key()), row.reason()));
        }
        var facts = new Div(
                fact("reintegration.step.responsible", words.responsible(row.responsible())),
                fact("reintegration.step.due", words.date(row.dueOn())));
        if (row.awaitedSince() != null) {
            facts.add(fact("reintegration.panel.awaited", words.date(row.awaitedSince())));
        }
        facts.addClassName("relais-step-facts");
        body.add(facts, new H4(words.say("reintegration.panel.course")), createCourse(changes));
        if (!contacts.isEmpty()) {
            body.add(new H4(words.say("reintegration.panel.contacts")), createContacts(contacts));
        }
        return body;
    }

    private Component createReferral(PartnerReferralRow referral) {
        var link = new Anchor(
                PersonRoutes.record(row.person(), ReferralRoutes.SECTION), words.say("reintegration.referral.open"));
        link.getElement().setAttribute("router-link", true);
        var state = words.say(referral.state().key());
        return new NoticeBar(
                Severity.INFO,
                Glyph.SEND,
                words.say("reintegration.referral.to", referral.recipientName()),
                referral.dueOn() == null
                        ? state
                        : words.say("reintegration.referral.due", state, words.date(referral.dueOn())),
                link);
    }

    private void late(Div body) {
        if (row.overdue()) {
            var key = row.awaited() ? "reintegration.panel.late-answer" : "reintegration.panel.late";
            body.add(new NoticeBar(
                    Severity.CRITICAL,
                    Glyph.CLOCK_ALERT,
                    words.say(key, row.daysLate()),
                    words.say(key + ".since", words.date(row.dueOn()))));
        }
    }

    // The oldest first, as it went; what is awaited comes last.
    private Component createCourse(List<StepChangeRow> changes) {
        var list = new OrderedList();
        list.addClassName("relais-step-course");
        StepChangeRow before = null;
        for (var change : changes.reversed()) {
            list.add(line(
                    StepWords.glyph(change.status()),
                    words.change(before, change),
                    words.date(words.day(change.changedAt(), row.centre())),
                    words.name(change.changedBy()),
                    change.reason()));
            before = change;
        }
        if (row.awaited()) {
            var waiting = line(
                    Glyph.HOURGLASS,
                    words.say("reintegration.panel.answer"),
                    words.say("reintegration.panel.waiting"),
                    "",
                    null);
            waiting.addClassName("relais-step-waiting");
            list.add(waiting);
        }
        return list;
    }

    private Component createContacts(List<StepContactRow> contacts) {
        var list = new UnorderedList();
        list.addClassName("relais-step-course");
        contacts.forEach(contact -> list.add(line(
                StepWords.glyph(contact.way()),
                words.contact(contact),
                words.date(words.day(contact.madeAt(), row.centre())),
                words.name(contact.madeBy()),
                contact.note())));
        return list;
    }

    private static ListItem line(Glyph glyph, String what, String when, String who, @Nullable String text) {
        var name = new Span(what);
        name.addClassName("relais-strong");
        var said = new Div(name);
        said.addClassName("relais-grow");
        if (!who.isEmpty()) {
            var by = new Span(who);
            by.addClassNames("relais-meta", "relais-small-text");
            said.add(by);
        }
        if (text != null) {
            said.add(new Paragraph(text));
        }
        var day = new Span(when);
        day.addClassNames("relais-meta", "relais-small-text", "relais-numeric");
        return new ListItem(glyph.create(), said, day);
    }

    private Component createActions() {
        var foot = new Footer();
        if (row.column().filter(BoardColumn.PARTNER::equals).isPresent()) {
            var answers = new Div(
                    action("reintegration.answer.accepted", () -> moves.accepted(row)),
                    action("reintegration.answer.refused", () -> moves.refused(row)),
                    action("reintegration.answer.none", () -> moves.withoutAnswer(row)));
            answers.addClassName("relais-step-answers");
            var remind =
                    new BusyButton(words.say("reintegration.contact.remind"), Glyph.PHONE, () -> moves.contact(row));
            remind.addThemeName("primary");
            remind.setSuffixComponent(new KeyHint("R"));
            remind.getElement().setAttribute("data-record-key", "R");
            var label = new Span(words.say("reintegration.answer"));
            label.addClassNames("relais-meta", "relais-small-text");
            foot.add(label, answers, remind);
        } else {
            var next = StepMoves.usual(row);
            var go = new BusyButton(
                    words.say("reintegration.quick." + row.status().name().toLowerCase(Locale.ROOT)),
                    StepWords.glyph(next),
                    () -> moves.move(row, next));
            go.addThemeName("primary");
            var others = new Div(action("reintegration.postpone", () -> moves.postpone(row)));
            if (row.status() != StepStatus.BLOCKED) {
                others.addComponentAsFirst(
                        action("reintegration.await", () -> moves.put(row, BoardColumn.PARTNER, null)));
            }
            others.addClassName("relais-step-answers");
            foot.add(others, go);
        }
        return foot;
    }

    private BusyButton action(String key, Runnable act) {
        var button = new BusyButton(words.say(key), act);
        button.addThemeName("small");
        return button;
    }

    private Component fact(String key, String value) {
        var name = new Span(words.say(key));
        name.addClassNames("relais-meta", "relais-small-text");
        return new Div(name, new Span(value));
    }

    private static Paragraph secondary(String text) {
        var line = new Paragraph(text);
        line.addClassNames("relais-secondary", "relais-small-text");
        return line;
    }
}
