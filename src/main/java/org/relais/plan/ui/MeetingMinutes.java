package org.relais.plan.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.plan.MeetingDecision;
import org.relais.plan.MeetingPart;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** What a team meeting said of the person, as it was signed, with its decisions. */
final class MeetingMinutes extends Article {

    /** @param changed called when a decision was carried out */
    MeetingMinutes(ReviewDesk desk, MeetingPart part, ReviewLook look, boolean writes, Runnable changed) {
        addClassName("relais-review-card");
        add(new H3(look.say("plan.meeting.of", look.date(part.heldOn()))));
        if (part.said() != null) {
            var said = new Paragraph(part.said());
            said.addClassName("relais-meeting-said");
            add(said);
        }
        var decisions = new UnorderedList();
        decisions.addClassName("relais-meeting-decisions");
        part.decisions().forEach(decision -> decisions.add(line(desk, part, decision, look, writes, changed)));
        add(decisions);
        if (part.signedBy() != null && part.signedAt() != null) {
            var signed = new Span(look.say(
                    "plan.meeting.part.signed",
                    desk.name(part.signedBy()),
                    look.dateTime(part.signedAt(), part.centre())));
            signed.addClassNames("relais-meta", "relais-small-text");
            add(signed);
        }
    }

    private static ListItem line(
            ReviewDesk desk,
            MeetingPart part,
            MeetingDecision decision,
            ReviewLook look,
            boolean writes,
            Runnable changed) {
        var text = decision.owner() == null || decision.dueOn() == null
                ? decision.title()
                : look.say(
                        "plan.meeting.decision.line",
                        decision.title(),
                        desk.name(decision.owner()),
                        look.date(decision.dueOn()));
        var line = new Div(new Span(text));
        line.addClassName("relais-row");
        if (decision.doneAt() != null) {
            line.add(new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, look.say("plan.meeting.decision.done")));
        } else if (writes && part.signed()) {
            var mark = new BusyButton(
                    look.say("plan.meeting.decision.mark"),
                    () -> new FieldErrors().run(() -> {
                        desk.meetings().done(desk.write(part.person()), decision.id());
                        changed.run();
                    }));
            mark.addThemeNames("small", "tertiary");
            line.add(mark);
        }
        return new ListItem(line);
    }
}
