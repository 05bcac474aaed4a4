package org.relais.detox.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.LatestResult;
import org.relais.detox.DetoxRow;
import org.relais.detox.DetoxState;
import org.relais.detox.ObservationNow;
import org.relais.detox.ObservationStatus;
import org.relais.detox.WardRow;
import org.relais.episode.BedCondition;
import org.relais.episode.BedRow;
import org.relais.person.AlertFlag;
import org.relais.person.PersonRoutes;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DueLabel;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Sparkline;

/** One bed of the board: who is in it, the last score, and what is due when. */
class WardCard extends ListItem {

    private final transient DetoxWords words;
    private final transient Formats formats;
    private final transient BedWords bedWords;
    private final transient Consumer<WardRow> opened;
    private final transient BedActs beds;
    private @Nullable WardRow shown;
    private transient List<AlertFlag> alerts = List.of();

    WardCard(DetoxWords words, Formats formats, BedActs beds, Consumer<WardRow> opened) {
        this.words = words;
        this.formats = formats;
        this.beds = beds;
        this.opened = opened;
        bedWords = new BedWords(words, formats);
        addClassName("relais-ward-card");
    }

    /** Draws the bed; nothing happens when it looks the same already. */
    void show(WardRow row, List<AlertFlag> known) {
        if (row.equals(shown) && known.equals(alerts)) {
            return;
        }
        shown = row;
        alerts = List.copyOf(known);
        removeAll();
        setClassName("relais-late", row.any(ObservationStatus.OVERDUE));
        setClassName("relais-soon", row.any(ObservationStatus.DUE) && !row.any(ObservationStatus.OVERDUE));
        setClassName("relais-free", !row.bed().taken());
        var name = row.bed().name();
        var detox = row.detox();
        if (!row.bed().taken()) {
            vacant(row);
            return;
        }
        if (name == null) {
            add(head(row, new Span(words.say("detox.card.taken"))));
            return;
        }
        add(head(row, new Anchor(PersonRoutes.record(name.person()), name.display())));
        if (detox == null) {
            alarm(row);
            var foot = foot(null, start(row));
            foot.add(small("detox.bed.move.open", () -> beds.move(row.bed())));
            add(line(words.say("detox.card.nothing")), foot);
        } else {
            alarm(row);
            add(
                    line(row.withheld() ? words.say("detox.card.locked") : words.substances(detox.substances())),
                    score(row));
            add(foot(row, details(row)));
        }
    }

    private void vacant(WardRow row) {
        var bed = row.bed();
        add(head(row, new Span(bedWords.state(bed))));
        var details = bedWords.details(bed);
        if (!details.isEmpty()) {
            add(line(details));
        }
        var actions = new Div();
        actions.addClassName("relais-ward-bed-actions");
        var state = bed.state();
        if (state.condition() == BedCondition.CLOSED) {
            actions.add(act("detox.bed.reopen", bed, () -> beds.reopen(bed)));
            add(actions);
            return;
        }
        if (state.condition() == BedCondition.TO_CLEAN) {
            actions.add(act("detox.bed.clean", bed, () -> beds.clean(bed)));
        }
        if (state.reservation() == null) {
            actions.add(
                    named("detox.bed.assign.open", Glyph.PLUS, bed, () -> beds.assign(bed)),
                    named("detox.bed.reserve.open", null, bed, () -> beds.reserve(bed)),
                    named("detox.bed.close.open", null, bed, () -> beds.close(bed)));
        } else {
            actions.add(
                    named("detox.bed.prepare", Glyph.DOOR_OPEN, bed, () -> beds.assign(bed)),
                    act("detox.bed.release", bed, () -> beds.release(bed)));
        }
        add(actions);
    }

    // Several beds have a button of these words: each says which bed
    private Button named(String key, @Nullable Glyph glyph, BedRow bed, Runnable act) {
        var button = new Button(words.say(key), _ -> act.run());
        if (glyph == null) {
            button.addThemeNames("tertiary", "small");
        } else {
            button.setIcon(glyph.create());
            button.addThemeName("small");
        }
        button.setAriaLabel(words.say("detox.bed.act", words.say(key), bed.bed().label()));
        return button;
    }

    private BusyButton act(String key, BedRow bed, Runnable act) {
        var button = new BusyButton(words.say(key), act);
        button.addThemeName("small");
        button.setAriaLabel(words.say("detox.bed.act", words.say(key), bed.bed().label()));
        return button;
    }

    private Button small(String key, Runnable act) {
        var button = new Button(words.say(key), _ -> act.run());
        button.addThemeNames("tertiary", "small");
        return button;
    }

    private Header head(WardRow row, Component name) {
        var bed = new Span(row.bed().bed().label());
        bed.addClassNames("relais-ward-bed", "relais-numeric");
        var title = new H3(bed, name);
        var header = new Header(title);
        var person = row.bed().name();
        if (person != null && person.birthDate() != null) {
            var age = new Span(formats.age(
                    person.birthDate(), formats.day(words.desk().clock().instant())));
            age.addClassNames("relais-meta", "relais-numeric");
            header.add(age);
        }
        if (person != null && person.alias()) {
            var alias = new Span(words.say("detox.card.alias"));
            alias.addClassName("relais-meta");
            header.add(alias);
        }
        if (!alerts.isEmpty()) {
            header.add(new AlertFlags(alerts, words));
        }
        var detox = row.detox();
        if (detox != null) {
            var day = new Span(words.say("detox.card.day", detox.day()));
            day.addClassNames("relais-ward-day", "relais-numeric");
            day.getElement().setAttribute("title", words.say("detox.card.day.long", detox.day()));
            header.add(day);
        }
        return header;
    }

    // The most pressing one; the panel beside the board and the record tell of all
    private void alarm(WardRow row) {
        if (row.alarms().isEmpty()) {
            return;
        }
        var first = row.alarms().getFirst();
        var matter = first.matter();
        var what = matter == null
                ? words.say("detox.card.alarm.locked")
                : matter.rule().name().in(words.locale());
        var more = row.alarms().size() - 1;
        var line = new Div(
                Glyph.SIREN.create(), new Span(more == 0 ? what : words.say("detox.card.alarm.more", what, more)));
        line.addClassName("relais-ward-alarm");
        var seen = first.acknowledged();
        if (seen == null) {
            line.add(new DueLabel(first.dueAt(), Duration.ZERO));
        } else {
            var by = seen.by() == null
                    ? null
                    : words.desk().staff().find(seen.by()).orElse(null);
            line.add(new Span(
                    by == null
                            ? words.say("detox.card.alarm.seen", formats.time(seen.at()))
                            : words.say("detox.card.alarm.seen-by", by.name(), formats.time(seen.at()))));
        }
        add(line);
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassNames("relais-secondary", "relais-ward-line");
        return line;
    }

    private Div score(WardRow row) {
        var body = new Div();
        body.addClassName("relais-ward-score");
        Scores.last(row)
                .ifPresentOrElse(
                        last -> {
                            var findings = Objects.requireNonNull(last.findings());
                            var total = new Span(String.valueOf(findings.total()));
                            total.addClassNames("relais-ward-total", "relais-numeric");
                            body.add(total, meaning(row, last, findings), sparkline(row, last, findings));
                        },
                        () -> {
                            var none = new Span(
                                    words.say(row.withheld() ? "detox.card.no-score.locked" : "detox.card.no-score"));
                            none.addClassName("relais-meta");
                            body.add(none);
                        });
        return body;
    }

    private Div meaning(WardRow row, LatestResult last, LatestResult.Findings findings) {
        var first = new Span(words.instrument(last.instrument()));
        var change = Scores.change(row);
        change.filter(rise -> rise != 0).ifPresent(rise -> {
            var moved = new Span((rise > 0 ? "+" : "−") + Math.abs(rise));
            moved.addClassNames("relais-numeric", rise > 0 ? "relais-ward-rise" : "relais-ward-fall");
            moved.add((rise > 0 ? Glyph.ARROW_UP_RIGHT : Glyph.ARROW_DOWN_RIGHT).create());
            moved.getElement()
                    .setAttribute(
                            "aria-label", words.say(rise > 0 ? "detox.card.rose" : "detox.card.fell", Math.abs(rise)));
            first.add(moved);
        });
        var severity = findings.severity() == null ? Severity.NEUTRAL : findings.severity();
        var badges = new Div(new SeverityBadge(severity, words.band(last).orElse("")));
        badges.addClassName("relais-ward-badges");
        Scores.earlyWarning(row).map(LatestResult::findings).ifPresent(signs -> {
            var risk = signs.severity() == null ? Severity.NEUTRAL : signs.severity();
            var text = "NEWS2 " + signs.total();
            if (risk == Severity.CRITICAL || risk == Severity.WARNING) {
                badges.add(new SeverityBadge(risk, text));
            } else {
                var calm = new Span(text);
                calm.addClassNames("relais-badge", "relais-numeric");
                badges.add(calm);
            }
        });
        var meaning = new Div(first, badges);
        meaning.addClassName("relais-ward-meaning");
        return meaning;
    }

    private Component sparkline(WardRow row, LatestResult last, LatestResult.Findings findings) {
        var totals = Scores.totals(row);
        var severity = findings.severity() == null ? Severity.NEUTRAL : findings.severity();
        return new Sparkline(
                totals,
                words.nextThreshold(last),
                severity,
                words.say(
                        "detox.card.course",
                        words.instrument(last.instrument()),
                        String.join(", ", totals.stream().map(String::valueOf).toList())));
    }

    private Footer foot(@Nullable WardRow row, Component action) {
        var foot = new Footer();
        if (row != null) {
            var next = row.next();
            if (next != null) {
                foot.add(due(row, next));
            } else if (row.detox() instanceof DetoxRow detox && detox.state() == DetoxState.SUSPENDED) {
                foot.add(new Span(words.say(detox.state().key())));
            }
        }
        foot.add(action);
        if (row != null && row.next() != null && row.bed().person() != null) {
            var enter = new Anchor(
                    DetoxPaths.round(
                            row.bed().bed().unit(),
                            Objects.requireNonNull(row.bed().person()),
                            Objects.requireNonNull(row.next()).instrument()),
                    words.say("detox.card.enter"));
            enter.addClassNames("relais-ward-enter");
            enter.getElement()
                    .setAttribute(
                            "aria-label",
                            words.say(
                                    "detox.card.enter.long",
                                    words.instrument(
                                            Objects.requireNonNull(row.next()).instrument()),
                                    Objects.requireNonNull(row.bed().name()).display()));
            foot.add(enter);
        }
        return foot;
    }

    private Div due(WardRow row, ObservationNow next) {
        var label = DetoxWords.due(next.course());
        var at = new Span(words.say(
                "detox.card.planned",
                words.instrument(next.instrument()),
                formats.time(next.course().dueAt())));
        at.addClassNames("relais-meta", "relais-numeric");
        var due = new Div(label, at);
        due.addClassName("relais-ward-due");
        if (row.observations().stream().anyMatch(one -> one.course().omittedInRow() > 0)) {
            var missed = row.observations().stream()
                    .mapToInt(one -> one.course().omittedInRow())
                    .max()
                    .orElse(0);
            due.add(new SeverityBadge(Severity.CRITICAL, Glyph.CLOCK_ALERT, words.say("detox.card.omitted", missed)));
        }
        return due;
    }

    private Button start(WardRow row) {
        var start = new Button(words.say("detox.start.open"), Glyph.PLUS.create(), _ -> opened.accept(row));
        start.addThemeName("small");
        return start;
    }

    private Button details(WardRow row) {
        var more = new Button(Glyph.ELLIPSIS.create(), _ -> opened.accept(row));
        more.addThemeNames("tertiary", "icon", "small");
        more.setAriaLabel(words.say(
                "detox.card.details", Objects.requireNonNull(row.bed().name()).display()));
        return more;
    }

    /** What stands on the card now. */
    @Nullable
    WardRow shown() {
        return shown;
    }

    /** Which cards stand in which order. */
    static List<String> order(List<WardRow> rows) {
        return rows.stream().map(row -> row.bed().bed().label()).toList();
    }
}
