package org.relais.reintegration.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.access.Grant;
import org.relais.reintegration.EndTrack;
import org.relais.reintegration.MilestoneRow;
import org.relais.reintegration.OpenTrack;
import org.relais.reintegration.ReachMilestone;
import org.relais.reintegration.TrackKind;
import org.relais.reintegration.TrackRow;
import org.relais.reintegration.ui.SituationDesk.Stood;
import org.relais.shared.FreeText;
import org.relais.shared.MilestoneId;
import org.relais.shared.TrackId;
import org.relais.situation.SituationHistory;
import org.relais.uikit.BusyButton;
import org.relais.uikit.DateField;
import org.relais.uikit.EmptyState;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;

/** The person's projects: for each the milestones on the way with their days, and how long it takes. */
final class TrackPanel extends Panel {

    private final transient StepDesk desk;
    private final transient StepWords words;
    private final transient Runnable changed;
    private final transient Grant grant;
    private final transient List<TrackRow> tracks;
    private final transient List<LaneGoal> goals;
    private final transient SituationHistory history;
    private final transient List<Stood> days;

    TrackPanel(
            List<TrackRow> tracks,
            List<LaneGoal> goals,
            SituationHistory history,
            List<Stood> days,
            StepDesk desk,
            StepWords words,
            Grant grant,
            Runnable changed) {
        super(words.say("reintegration.tracks"));
        this.desk = desk;
        this.words = words;
        this.grant = grant;
        this.changed = changed;
        this.tracks = tracks;
        this.goals = goals;
        this.history = history;
        this.days = days;
        addClassName("relais-tracks");
        if (grant.mayWrite(org.relais.access.Section.SOCIAL) && !kindsToOpen().isEmpty()) {
            var open = new BusyButton(words.say("reintegration.track.open"), Glyph.PLUS, this::askKind);
            open.addThemeNames("small");
            addToHeader(open);
        }
        if (tracks.isEmpty()) {
            addContent(new EmptyState(
                    Glyph.ROUTE,
                    words.say("reintegration.tracks.empty.title"),
                    words.say("reintegration.tracks.empty.text"),
                    null));
        }
        tracks.forEach(track -> addContent(createTrack(track)));
    }

    private Component createTrack(TrackRow track) {
        var name = new H4(StepWords.glyph(track.kind().domain()).create());
        name.add(new Span(words.say(track.kind().domain().key())));
        var days = new Span(words.say(track.kind().key(part(track)), track.days()));
        days.addClassNames("relais-strong", "relais-numeric");
        var since = new Span(words.say("reintegration.track.since", words.date(track.since())));
        since.addClassNames("relais-meta", "relais-small-text");
        var head = new Div(name, days, since);
        head.addClassName("relais-track-head");
        if (changeable(track)) {
            var end = new BusyButton(words.say("reintegration.track.end"), () -> askEnd(track));
            end.addThemeNames("tertiary", "small");
            head.add(end);
        }
        var list = new OrderedList();
        list.addClassName("relais-track-milestones");
        track.milestones().forEach(milestone -> list.add(createMilestone(track, milestone)));
        var section = new Section(head, list);
        var stood = desk.situation().stood(history, track.kind(), this.days, getLocale());
        if (!stood.isEmpty()) {
            section.add(createStood(stood));
        }
        section.setAriaLabel(words.say(track.kind().domain().key()));
        section.addClassName("relais-track");
        if (track.endedOn() != null) {
            var ended = new Paragraph(
                    track.reason() == null
                            ? words.say("reintegration.track.ended", words.date(track.endedOn()))
                            : words.say("reintegration.track.ended.why", words.date(track.endedOn()), track.reason()));
            ended.addClassNames("relais-meta", "relais-small-text");
            section.add(ended);
        }
        return section;
    }

    private Component createStood(List<Stood> stood) {
        var line = new Paragraph();
        line.addClassName("relais-track-stood");
        for (var one : stood) {
            var name = new Span(words.say("reintegration.stood." + one.key(), words.date(one.day())));
            name.addClassNames("relais-meta", "relais-small-text");
            line.add(new Span(
                    name, new Span(one.word() == null ? words.say("reintegration.stood.not-asked") : one.word())));
        }
        return line;
    }

    private static String part(TrackRow track) {
        return track.aimedOn() != null ? "aimed" : track.open() ? "days" : "stopped";
    }

    private Component createMilestone(TrackRow track, MilestoneRow milestone) {
        var text = milestone.text().in(getLocale());
        var name = new Span(text);
        name.addClassName("relais-strong");
        var item =
                new ListItem((milestone.reachedOn() == null ? Glyph.CIRCLE_DASHED : Glyph.CIRCLE_CHECK).create(), name);
        item.setClassName("relais-track-reached", milestone.reachedOn() != null);
        var day = milestone.reachedOn() == null
                ? words.say("reintegration.track.day")
                : words.date(milestone.reachedOn());
        if (changeable(track)) {
            var button = new BusyButton(day, () -> askDay(track, milestone));
            button.addThemeNames("tertiary", "small");
            button.setAriaLabel(words.say("reintegration.track.day.of", text, day));
            item.add(button);
        } else {
            var shown = new Span(milestone.reachedOn() == null ? "" : day);
            shown.addClassNames("relais-meta", "relais-numeric");
            item.add(shown);
        }
        if (milestone.note() != null) {
            var note = new Span(milestone.note());
            note.addClassNames("relais-meta", "relais-small-text");
            item.add(note);
        }
        return item;
    }

    private void askDay(TrackRow track, MilestoneRow milestone) {
        var id = MilestoneId.create();
        var day = new DateField(words.say("reintegration.track.reached"));
        day.setValue(milestone.reachedOn() == null ? desk.today(track.centre()) : milestone.reachedOn());
        day.setHelperText(words.say(
                milestone.reachedOn() == null
                        ? "reintegration.track.reached.help"
                        : "reintegration.track.reached.again"));
        day.setClearButtonVisible(milestone.reachedOn() != null);
        var note = new TextField(words.say("reintegration.track.note"));
        note.setMaxLength(FreeText.LINE);
        note.setValue(milestone.note() == null ? "" : milestone.note());
        var errors = new FieldErrors().register("reachedOn", day).register("note", note);
        new StepDialog(
                        milestone.text().in(getLocale()),
                        words.say("reintegration.track.day"),
                        () -> errors.run(() -> {
                            desk.tracks()
                                    .reach(
                                            desk.write(grant.person()),
                                            new ReachMilestone(
                                                    id, track.id(), milestone.code(), day.getValue(), note.getValue()));
                            changed.run();
                        }),
                        day,
                        note)
                .open();
    }

    private void askKind() {
        var id = TrackId.create();
        var centre = desk.home(grant);
        var kind = new Select<TrackKind>();
        kind.setLabel(words.say("reintegration.track.kind"));
        kind.setItems(kindsToOpen());
        kind.setItemLabelGenerator(one -> words.say(one.domain().key()));
        var since = new DateField(words.say("reintegration.track.since.label"));
        since.setHelperText(words.say("reintegration.track.since.help"));
        since.setRequiredIndicatorVisible(true);
        since.setValue(desk.today(centre));
        kind.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                since.setValue(first(change.getValue(), desk.today(centre)));
            }
        });
        var errors = new FieldErrors().register("kind", kind).register("since", since);
        new StepDialog(
                        words.say("reintegration.track.open.title"),
                        words.say("reintegration.track.open"),
                        () -> errors.run(() -> {
                            desk.tracks()
                                    .open(
                                            desk.write(grant.person()),
                                            new OpenTrack(id, centre, kind.getValue(), since.getValue()));
                            changed.run();
                        }),
                        kind,
                        since)
                .open();
    }

    private void askEnd(TrackRow track) {
        var reason = new TextArea(words.say("reintegration.step.reason"));
        reason.setHelperText(words.say("reintegration.track.end.help"));
        reason.setRequiredIndicatorVisible(track.aimedOn() == null);
        var errors = new FieldErrors().register("reason", reason);
        new StepDialog(
                        words.say(
                                "reintegration.track.end.title",
                                words.say(track.kind().domain().key())),
                        words.say("reintegration.track.end"),
                        () -> errors.run(() -> {
                            desk.tracks()
                                    .end(
                                            desk.write(grant.person()),
                                            new EndTrack(track.id(), track.version(), reason.getValue()));
                            changed.run();
                        }),
                        reason)
                .open();
    }

    // From the first need or goal in that part of life, if there is one
    private LocalDate first(TrackKind kind, LocalDate today) {
        return Stream.concat(
                        goals.stream()
                                .filter(goal -> goal.domain() == kind.domain())
                                .map(LaneGoal::since),
                        desk.situation().firstNeed(desk.access().fresh(grant), kind).stream())
                .min(LocalDate::compareTo)
                .orElse(today);
    }

    private List<TrackKind> kindsToOpen() {
        return Arrays.stream(TrackKind.values())
                .filter(kind -> tracks.stream().noneMatch(track -> track.open() && track.kind() == kind))
                .toList();
    }

    private boolean changeable(TrackRow track) {
        return track.open()
                && grant.mayWrite(org.relais.access.Section.SOCIAL)
                && grant.centres().contains(track.centre());
    }
}
