package org.relais.reintegration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.record.NewEntry;
import org.relais.record.Timeline;
import org.relais.rules.Rules;
import org.relais.shared.Conflict;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.FreeText;
import org.relais.shared.Id;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.StaleVersion;
import org.relais.shared.TrackId;

/** A person's projects of reintegration: the milestones on the way to a home, to work or to training, and their days. */
@Service
@Transactional(isolation = Isolation.READ_COMMITTED)
public class Tracks {

    private static final int YEARS_BACK = 10;

    private final TrackTable table;
    private final Timeline timeline;
    private final AccessService access;
    private final Rules rules;
    private final ServiceDays days;
    private final Clock clock;

    Tracks(TrackTable table, Timeline timeline, AccessService access, Rules rules, ServiceDays days, Clock clock) {
        this.table = table;
        this.timeline = timeline;
        this.access = access;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Begins a project.
     *
     * @param grant to write in the social section
     * @throws InvalidInput at {@code kind}, {@code since} or {@code centre}
     * @throws Conflict when one of the kind is open
     */
    public void open(Grant grant, OpenTrack command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        if (table.find(grant.people(), command.id()).isPresent()) {
            return;
        }
        if (!grant.centres().contains(command.centre())) {
            throw new InvalidInput("centre", "reintegration.error.centre");
        }
        var kind = command.kind();
        if (kind == null) {
            throw new InvalidInput("kind", "shared.error.required");
        }
        var today = days.today(command.centre());
        var since = past("since", command.since(), today.minusYears(YEARS_BACK), today);
        var rule = rules.on(TrackRule.KIND, kind.name(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .orElseThrow(() -> new IllegalStateException("No version of the rule " + kind + " is in force"));
        table.insert(
                grant.person(),
                command,
                kind,
                since,
                rule.rule().version(),
                grant.unitIn(command.centre()).orElse(null),
                grant.actor().id(),
                clock.instant());
        append(grant, stored(grant, command.id()), command.id(), "BEGUN", null, since, null);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "reintegration-track", command.id());
    }

    /**
     * Says when a milestone was reached, or that it was not after all. What was said before is kept.
     *
     * @param grant to write in the social section
     * @throws InvalidInput at {@code reachedOn} or {@code note}
     * @throws Conflict when the project has ended
     * @throws NotFound when there is no such milestone, or not so much of the project may be read
     */
    public void reach(Grant grant, ReachMilestone command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var track = changeable(grant, command.track());
        if (table.said(command)) {
            return;
        }
        var before = track.milestones().stream()
                .filter(one -> one.code().equals(command.code()))
                .findFirst()
                .orElseThrow(NotFound::new);
        requireOpen(track);
        var on = command.reachedOn() == null
                ? null
                : past("reachedOn", command.reachedOn(), track.since(), days.today(track.centre()));
        if (on == null && before.reachedOn() == null) {
            return;
        }
        var note = FreeText.optionalLine("note", command.note(), FreeText.LINE);
        var entry = append(grant, track, command.id(), on == null ? "TAKEN_BACK" : "REACHED", command.code(), on, note);
        table.reach(command, note, entry, grant.actor().id(), clock.instant());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "reintegration-track", track.id());
    }

    /**
     * Ends a project.
     *
     * @param grant to write in the social section
     * @throws StaleVersion when it was ended meanwhile
     * @throws InvalidInput at {@code reason}
     * @throws NotFound when there is none, or not so much of it may be read
     */
    public void end(Grant grant, EndTrack command) {
        access.require(grant, Section.SOCIAL, Right.WRITE);
        var track = changeable(grant, command.track());
        if (track.version() != command.expectedVersion()) {
            throw new StaleVersion();
        }
        var reason = track.aimedOn() == null
                ? FreeText.require("reason", command.reason(), StepLife.REASON)
                : FreeText.optional("reason", command.reason(), StepLife.REASON);
        var today = days.today(track.centre());
        if (!table.end(track, today, reason)) {
            throw new StaleVersion();
        }
        append(grant, track, track.id(), "ENDED", null, today, reason);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "reintegration-track", track.id());
    }

    /**
     * The person's projects of which everything may be read, open ones first.
     *
     * @param grant for the social section
     */
    @Transactional(readOnly = true)
    public List<TrackRow> of(Grant grant) {
        access.require(grant, Section.SOCIAL, Right.READ);
        return table.of(grant.people()).stream()
                .filter(track -> level(grant, track) == EntryLevel.FULL)
                .toList();
    }

    /** The words of a milestone, of whichever version of its rule named it last; its code where none does. */
    @PreAuthorize("isAuthenticated()")
    public String milestone(TrackKind kind, String code, Locale locale) {
        return rules.all(TrackRule.KIND).stream()
                .filter(rule -> rule.rule().code().equals(kind.name()))
                .flatMap(rule -> rule.milestone(code).stream())
                .reduce((earlier, later) -> later)
                .map(found -> found.text().in(locale))
                .orElse(code);
    }

    private static void requireOpen(TrackRow track) {
        if (!track.open()) {
            throw new Conflict("reintegration.error.track.ended");
        }
    }

    private static LocalDate past(String field, @Nullable LocalDate day, LocalDate from, LocalDate today) {
        if (day == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        if (day.isBefore(from) || day.isAfter(today)) {
            throw new InvalidInput(field, "reintegration.error.track.day");
        }
        return day;
    }

    private TrackRow changeable(Grant grant, TrackId id) {
        return table.find(grant.people(), id)
                .filter(track -> grant.centres().contains(track.centre()) && level(grant, track) == EntryLevel.FULL)
                .orElseThrow(NotFound::new);
    }

    private TrackRow stored(Grant grant, TrackId id) {
        return table.find(grant.people(), id).orElseThrow(NotFound::new);
    }

    private static EntryLevel level(Grant grant, TrackRow track) {
        return grant.entryLevel(
                Section.SOCIAL,
                track.centre(),
                track.unit(),
                track.createdBy().equals(grant.actor().id()));
    }

    private EntryId append(
            Grant grant,
            TrackRow track,
            Id source,
            String act,
            @Nullable String code,
            @Nullable LocalDate day,
            @Nullable String text) {
        var detail = new LinkedHashMap<String, String>();
        detail.put(TrackDetail.KIND, track.kind().name());
        detail.put(TrackDetail.ACT, act);
        if (code != null) {
            detail.put(TrackDetail.MILESTONE, code);
        }
        if (day != null) {
            detail.put(TrackDetail.DAY, day.toString());
        }
        return timeline.append(
                grant,
                NewEntry.of(
                                grant.person(),
                                Section.SOCIAL,
                                Discipline.SOCIAL,
                                TrackDetail.TYPE,
                                clock.instant(),
                                track.centre(),
                                source)
                        .by(grant.actor().id())
                        .saying(null, text)
                        .with(detail));
    }
}
