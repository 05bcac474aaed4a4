package org.relais.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.episode.EpisodeService;
import org.relais.episode.EpisodeState;
import org.relais.episode.PlannedDischarges;
import org.relais.plan.AddGoal;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.reintegration.ChangeStep;
import org.relais.reintegration.NoteContact;
import org.relais.reintegration.OpenTrack;
import org.relais.reintegration.ReachMilestone;
import org.relais.reintegration.ReintegrationSteps;
import org.relais.reintegration.StepFilter;
import org.relais.reintegration.StepRow;
import org.relais.reintegration.TrackRow;
import org.relais.reintegration.Tracks;
import org.relais.shared.GoalId;
import org.relais.shared.MilestoneId;
import org.relais.shared.StepContactId;
import org.relais.shared.TrackId;

/** Does what a story does for somebody's way back. */
@Component
@ConditionalOnProperty("relais.demonstration")
class BoardDeeds {

    private final AccessService access;
    private final Goals goals;
    private final ReintegrationSteps steps;
    private final Tracks tracks;
    private final EpisodeService episodes;
    private final PlannedDischarges discharges;
    private final HouseIndex house;

    BoardDeeds(
            AccessService access,
            Goals goals,
            ReintegrationSteps steps,
            Tracks tracks,
            EpisodeService episodes,
            PlannedDischarges discharges,
            HouseIndex house) {
        this.access = access;
        this.goals = goals;
        this.steps = steps;
        this.tracks = tracks;
        this.episodes = episodes;
        this.discharges = discharges;
        this.house = house;
    }

    void perform(Life life, BoardDeed deed) {
        switch (deed) {
            case BoardDeed.WriteGoal(var centre, var domain, var words, var criterion) ->
                goals.add(
                        write(life, Section.PLAN),
                        new AddGoal(GoalId.create(), house.centre(centre), domain, words, criterion, null, null, null));
            case BoardDeed.AgreeGoal(var words) -> {
                var goal = goal(life, words);
                goals.move(
                        write(life, Section.PLAN),
                        new MoveGoal(goal.id(), goal.version(), GoalState.AGREED, null, null));
            }
            case BoardDeed.Serve(var step, var words) -> {
                var goal = goal(life, words);
                var social = write(life, Section.SOCIAL);
                steps.change(social, ChangeStep.serve(step(life, social, step), goal.id()));
            }
            case BoardDeed.AskPartner(var step, var partner) -> {
                var social = write(life, Section.SOCIAL);
                var shown = step(life, social, step);
                steps.change(social, ChangeStep.await(shown, partner, shown.dueOn()));
            }
            case BoardDeed.Remind(var step, var way, var reached, var note) ->
                steps.contact(
                        write(life, Section.SOCIAL),
                        new NoteContact(StepContactId.create(), life.step(step), way, reached, note));
            case BoardDeed.BeginTrack(var centre, var kind, var since) ->
                tracks.open(
                        write(life, Section.SOCIAL),
                        new OpenTrack(TrackId.create(), house.centre(centre), kind, since));
            case BoardDeed.Reach(var kind, var milestone, var on) -> {
                var social = write(life, Section.SOCIAL);
                var track = tracks.of(social).stream()
                        .filter(one -> one.open() && one.kind() == kind)
                        .map(TrackRow::id)
                        .findFirst()
                        .orElseThrow();
                tracks.reach(social, new ReachMilestone(MilestoneId.create(), track, milestone, on, null));
            }
            case BoardDeed.PlanDischarge(var on) -> {
                var open = episodes.of(access.grant(life.person(), Section.RECORD)).stream()
                        .filter(row -> row.state() == EpisodeState.OPEN && row.bed() != null)
                        .findFirst()
                        .orElseThrow();
                discharges.plan(write(life, Section.ADMINISTRATIVE), open.id(), on);
            }
        }
    }

    private GoalRow goal(Life life, String words) {
        return goals.of(write(life, Section.PLAN)).goals().stream()
                .filter(goal -> goal.statement().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private StepRow step(Life life, Grant social, String key) {
        var id = life.step(key);
        return steps.of(social, StepFilter.OPEN).steps().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Grant write(Life life, Section section) {
        return access.grant(life.person(), section, Right.WRITE, Purpose.CARE);
    }
}
