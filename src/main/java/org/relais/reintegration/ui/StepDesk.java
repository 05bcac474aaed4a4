package org.relais.reintegration.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.EntryLevel;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.PlannedDischarge;
import org.relais.episode.PlannedDischarges;
import org.relais.plan.Goals;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.Tracks;
import org.relais.reintegration.ui.SituationDesk.Stood;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/** What the room's screens stand on. Holds no state of its own. */
@Component
record StepDesk(
        ReintegrationSteps steps,
        Tracks tracks,
        AccessService access,
        GivenAccesses given,
        Goals goals,
        EpisodeService episodes,
        PlannedDischarges discharges,
        SituationDesk situation,
        ReferralLink referral,
        Centres centres,
        StaffDirectory staff,
        Clock clock) {

    /** A grant to write that still stands; logged when it is a new one. */
    Grant write(PersonId person) {
        return access.grant(person, Section.SOCIAL, Right.WRITE, Purpose.CARE);
    }

    /** A grant for the frame of the record, in which the plan and the episodes stand; logged. */
    Grant record(PersonId person) {
        return access.grant(person, Section.RECORD);
    }

    /** The goals of the care plan; none for who does not read the plan. */
    List<LaneGoal> goals(Grant record) {
        return record.level(Section.PLAN) == Level.READ
                ? goals.of(record).goals().stream()
                        .map(goal -> LaneGoal.of(goal, day(goal.createdAt(), goal.centre())))
                        .toList()
                : List.of();
    }

    /** The goals to which something may be added. */
    List<LaneGoal> openGoals(Grant record) {
        return goals(record).stream().filter(LaneGoal::open).toList();
    }

    /** The person's first address in the house. */
    Optional<StaffId> keyWorker(Grant record) {
        return given.keyWorker(record);
    }

    /** The planned end that comes first, of the episodes the reader sees. */
    Optional<PlannedDischarge> plannedDischarge(Grant record) {
        return discharges.of(record).stream().findFirst();
    }

    /** The person's open episode in the reader's centres whose end can be planned. */
    Optional<EpisodeRow> openEpisode(Grant record) {
        return episodes.of(record).stream()
                .filter(row ->
                        row.state() == EpisodeState.OPEN && record.centres().contains(row.centre()))
                .min(Comparator.comparing(EpisodeRow::kind));
    }

    /** The days of the last treatment at which one asks how the person stood: at entry, at exit when it ended, and now. */
    List<Stood> days(Grant record) {
        var days = new ArrayList<Stood>();
        episodes.of(record).stream()
                .filter(row -> row.level() == EntryLevel.FULL)
                .filter(row -> row.state() == EpisodeState.OPEN || row.state() == EpisodeState.CLOSED)
                .findFirst()
                .ifPresent(row -> {
                    days.add(new Stood("entry", day(row.since(), row.centre()), null));
                    if (row.endedAt() != null) {
                        days.add(new Stood("exit", day(row.endedAt(), row.centre()), null));
                    }
                    days.add(new Stood("now", today(row.centre()), null));
                });
        return days;
    }

    void planDischarge(PersonId person, EpisodeId episode, @Nullable LocalDate day) {
        discharges.plan(access.grant(person, Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE), episode, day);
    }

    /** The service day of an instant in a centre. */
    LocalDate day(Instant instant, CentreId centre) {
        return centres.centre(centre).serviceDay().of(instant);
    }

    LocalDate today(CentreId centre) {
        return centres.centre(centre).serviceDay().of(clock.instant());
    }

    /** The day it is where the reader takes part in the care, or else where the steps are. */
    LocalDate today(Set<CentreId> mine, List<StepRow> steps) {
        return today(mine.stream()
                .sorted(Comparator.comparing(CentreId::value))
                .findFirst()
                .orElseGet(() -> steps.getFirst().centre()));
    }

    /** The centre whose clock a sheet shows. */
    CentreId home(Grant grant) {
        return grant.centres().stream()
                .min(Comparator.comparing(CentreId::value))
                .orElseGet(() -> centres.all().getFirst().id());
    }

    List<Centre> centres(Set<CentreId> ids) {
        return centres.all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    /** Colleagues a step can be given to, by name: those whose function opens the section in which it stands. */
    List<StaffCard> colleagues() {
        return staff.all().stream()
                .filter(StaffCard::active)
                .filter(card -> access.opens(card.role(), Section.SOCIAL))
                .sorted(Comparator.comparing(StaffCard::name))
                .toList();
    }
}
