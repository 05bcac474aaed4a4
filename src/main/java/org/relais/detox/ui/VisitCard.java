package org.relais.detox.ui;

import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.assessment.LatestResult;
import org.relais.detox.DetoxOutcome;
import org.relais.detox.DetoxRoutes;
import org.relais.detox.DetoxState;
import org.relais.detox.VisitCall;
import org.relais.detox.VisitCourse;
import org.relais.detox.VisitRow;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.SeverityBadge;

/** One outpatient withdrawal of the list: the visit of today, the last score, and what waits for somebody. */
class VisitCard extends ListItem {

    private final transient DetoxWords words;
    private final transient Formats formats;
    private final transient DetoxActs acts;
    private final Role role;
    private final transient VisitRow row;
    private final String name;

    VisitCard(DetoxWords words, Formats formats, DetoxActs acts, Role role, VisitRow row) {
        this.words = words;
        this.formats = formats;
        this.acts = acts;
        this.role = role;
        this.row = row;
        this.name = row.name() == null
                ? words.say("detox.section.person")
                : row.name().display();
        addClassNames("relais-ward-card", "relais-visit-card");
        var today = row.today();
        setClassName("relais-late", today != null && today.state() == VisitCourse.State.NOT_COME);
        add(head(), line(about()));
        call();
        sent();
        row.followUps().forEach(this::followUp);
        score();
        visit();
        add(foot());
    }

    private Header head() {
        var title = new H3(new Anchor(PersonRoutes.record(row.detox().person()), name));
        var day = new Span(words.say("detox.card.day", row.detox().day()));
        day.addClassNames("relais-ward-day", "relais-numeric");
        day.getElement()
                .setAttribute(
                        "title", words.say("detox.card.day.long", row.detox().day()));
        return new Header(title, day);
    }

    private String about() {
        return row.withheld()
                ? words.say("detox.card.locked")
                : words.say(
                        "detox.visits.about", words.substances(row.detox().substances()), words.protocol(row.detox()));
    }

    private void call() {
        var call = row.call();
        if (call == null) {
            return;
        }
        var bar = new NoticeBar(
                Severity.CRITICAL,
                call.kind() == VisitCall.EMERGENCY ? Glyph.SIREN : Glyph.STETHOSCOPE,
                words.say(call.kind().key()),
                words.say("detox.call.since", words.instrument(call.instrument()), formats.dateTime(call.since())),
                answers(call.kind()));
        add(bar);
    }

    private Component[] answers(VisitCall kind) {
        var emergency = new Button(
                words.say("detox.step.sent-to-emergency.open"), _ -> acts.sendToEmergency(row.detox(), name));
        emergency.addThemeName(kind == VisitCall.EMERGENCY ? "primary" : "small");
        if (role != Role.PHYSICIAN) {
            return new Component[] {emergency};
        }
        var saw = new Button(words.say("detox.step.physician-saw.open"), _ -> acts.saw(row.detox(), name));
        saw.addThemeName(kind == VisitCall.PHYSICIAN ? "primary" : "small");
        return new Component[] {saw, emergency};
    }

    private void sent() {
        var at = row.sentAt();
        if (at == null) {
            return;
        }
        add(new NoticeBar(
                Severity.WARNING,
                Glyph.SIREN,
                words.say("detox.visits.sent", formats.dateTime(at)),
                words.say("detox.visits.sent.text"),
                new Button(
                        words.say("detox.end.open"),
                        _ -> acts.end(row.detox(), name, DetoxOutcome.TRANSFERRED_HIGHER_CARE))));
    }

    private void followUp(VisitRow.FollowUp missed) {
        var steps = new UnorderedList();
        steps.addClassName("relais-visit-steps");
        for (var step : missed.steps()) {
            var by = words.desk().staff().find(step.by()).map(StaffCard::name).orElse("");
            var item = new ListItem(words.say(
                    "detox.follow-up.line",
                    formats.dateTime(step.at()),
                    words.say(step.step().key()),
                    by));
            if (step.note() != null) {
                item.add(line(step.note()));
            }
            steps.add(item);
        }
        var tell = new Button(
                words.say("detox.follow-up.open"),
                Glyph.PHONE.create(),
                _ -> acts.followUp(row.detox(), missed.day(), name));
        tell.addThemeName("small");
        add(new NoticeBar(
                Severity.WARNING,
                Glyph.USER_X,
                words.say("detox.follow-up.missed", formats.date(missed.day())),
                words.say(missed.steps().isEmpty() ? "detox.follow-up.nothing" : "detox.follow-up.so-far"),
                steps,
                tell));
    }

    private void score() {
        var body = new Div();
        body.addClassName("relais-ward-score");
        var last = row.observations().isEmpty()
                ? Optional.<LatestResult>empty()
                : Scores.last(row.observations().getFirst());
        last.ifPresentOrElse(
                result -> {
                    var findings = Objects.requireNonNull(result.findings());
                    var total = new Span(String.valueOf(findings.total()));
                    total.addClassNames("relais-ward-total", "relais-numeric");
                    var severity = findings.severity() == null ? Severity.NEUTRAL : findings.severity();
                    var at = new Span(words.say(
                            "detox.visits.score",
                            words.instrument(result.instrument()),
                            formats.dateTime(result.occurredAt())));
                    at.addClassName("relais-meta");
                    var meaning = new Div(
                            new SeverityBadge(severity, words.band(result).orElse("")), at);
                    meaning.addClassName("relais-ward-meaning");
                    body.add(total, meaning);
                },
                () -> {
                    var none =
                            new Span(words.say(row.withheld() ? "detox.card.no-score.locked" : "detox.card.no-score"));
                    none.addClassName("relais-meta");
                    body.add(none);
                });
        add(body);
    }

    private void visit() {
        var today = row.today();
        var line = new Div();
        line.addClassName("relais-ward-due");
        if (today != null) {
            var time = new Span(formats.time(today.at()));
            time.addClassNames("relais-strong", "relais-numeric");
            line.add(time, state(today.state()));
        } else if (row.detox().state() == DetoxState.SUSPENDED) {
            line.add(new SeverityBadge(
                    Severity.WARNING, words.say(row.detox().state().key())));
        } else if (row.course() != null && row.course().next() != null) {
            line.add(new Span(words.say(
                    "detox.visits.next",
                    formats.shortDate(Objects.requireNonNull(row.course().next())))));
        }
        add(line);
        if (!row.withheld() && today != null && today.state() != VisitCourse.State.SEEN) {
            var plan = words.desk()
                    .protocols()
                    .version(row.detox().protocol(), row.detox().protocolVersion())
                    .visits();
            if (plan != null) {
                add(line(words.say("detox.visits.asks", plan.asks().in(words.locale()))));
            }
        }
    }

    private SeverityBadge state(VisitCourse.State state) {
        var text = words.say(state.key());
        return switch (state) {
            case EXPECTED -> new SeverityBadge(Severity.INFO, Glyph.CLOCK, text);
            case NOT_COME -> new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, text);
            case SEEN -> new SeverityBadge(Severity.OK, text);
        };
    }

    private Footer foot() {
        var foot = new Footer();
        if (row.detox().state() == DetoxState.ACTIVE && row.name() != null) {
            var enter = new Anchor(
                    DetoxRoutes.visit(row.detox().centre(), row.detox().person()), words.say("detox.visits.enter"));
            enter.addClassName("relais-ward-enter");
            enter.getElement().setAttribute("aria-label", words.say("detox.visits.enter.long", name));
            foot.add(enter);
        }
        return foot;
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassNames("relais-secondary", "relais-ward-line");
        return line;
    }
}
