package org.relais.demo;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.shared.BudgetId;
import org.relais.shared.NeedId;
import org.relais.shared.SituationStateId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.SocialRightId;
import org.relais.situation.AddRight;
import org.relais.situation.AnswerNeed;
import org.relais.situation.Budgets;
import org.relais.situation.ChangeRight;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.SaveBudget;
import org.relais.situation.SignNeeds;
import org.relais.situation.Situations;
import org.relais.situation.SocialRights;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;

/** The deeds about where people stand in life. */
@Component
@ConditionalOnProperty("relais.demonstration")
class SituationDeeds {

    private final NeedsAssessments needs;
    private final Situations situations;
    private final Budgets budgets;
    private final SocialRights rights;
    private final HouseIndex house;

    SituationDeeds(
            NeedsAssessments needs, Situations situations, Budgets budgets, SocialRights rights, HouseIndex house) {
        this.needs = needs;
        this.situations = situations;
        this.budgets = budgets;
        this.rights = rights;
        this.house = house;
    }

    /** @param write a grant to write in the social section */
    void perform(Grant write, SituationDeed deed, Instant at) {
        switch (deed) {
            case SituationDeed.RateNeeds rating ->
                needs.sign(
                        write,
                        new SignNeeds(
                                SocialAssessmentId.create(),
                                house.centre(rating.centre()),
                                rating.occasion(),
                                day(at),
                                rating.answers(),
                                rating.answers().size() < NeedDomain.values().length,
                                null,
                                null,
                                null));
            case SituationDeed.MeetNeed(var domain, var what) ->
                needs.of(write)
                        .current()
                        .flatMap(rating -> rating.need(domain))
                        .ifPresent(need -> needs.answer(write, new AnswerNeed(NeedId.create(), need.id(), what)));
            case SituationDeed.Stand stand -> stand(write, stand);
            case SituationDeed.StandAs(var centre, var codes, var from) -> {
                var told = situations.of(write);
                codes.forEach((kind, code) -> {
                    if (told.of(kind).stream().noneMatch(period -> period.from().equals(from))) {
                        tell(write, centre, kind, code, from);
                    }
                });
            }
            case SituationDeed.Count(var centre, var lines, var debts) -> {
                var where = house.centre(centre);
                budgets.save(
                        write,
                        new SaveBudget(
                                BudgetId.create(), where, budgets.of(write).versionAt(where), lines, debts, true));
            }
            case SituationDeed.Follow(var centre, var kind, var standing) ->
                rights.add(write, new AddRight(SocialRightId.create(), house.centre(centre), kind, null, standing));
            case SituationDeed.Move(var kind, var standing) ->
                rights.of(write).rights().stream()
                        .filter(right -> right.kind().equals(kind))
                        .findFirst()
                        .ifPresent(
                                right -> rights.change(write, new ChangeRight(right.id(), right.version(), standing)));
        }
    }

    // Somebody who comes twice tells the same of the time before
    private void stand(Grant write, SituationDeed.Stand stand) {
        var told = situations.of(write).of(stand.kind()).stream()
                .anyMatch(period -> period.from().equals(stand.from()));
        if (!told) {
            tell(write, stand.centre(), stand.kind(), stand.code(), stand.from());
        }
    }

    private void tell(Grant write, String centre, StateKind kind, String code, LocalDate from) {
        situations.tell(
                write,
                new TellState(SituationStateId.create(), house.centre(centre), kind, code, false, from, null, null));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(DemonstrationHouse.ZONE).toLocalDate();
    }
}
