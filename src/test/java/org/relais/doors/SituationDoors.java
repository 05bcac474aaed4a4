package org.relais.doors;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.Section;
import org.relais.shared.BudgetId;
import org.relais.shared.NeedId;
import org.relais.shared.SituationStateId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.SocialRightId;
import org.relais.situation.AddRight;
import org.relais.situation.AnswerNeed;
import org.relais.situation.BudgetLine;
import org.relais.situation.Budgets;
import org.relais.situation.ChangeRight;
import org.relais.situation.CorrectState;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.Occasion;
import org.relais.situation.RightStanding;
import org.relais.situation.RightStatus;
import org.relais.situation.RightsFilter;
import org.relais.situation.SaveBudget;
import org.relais.situation.SignNeeds;
import org.relais.situation.Situations;
import org.relais.situation.SocialRights;
import org.relais.situation.StateKind;
import org.relais.situation.TellState;

/** The doors of the social situation. */
@TestComponent
class SituationDoors extends RoomDoors {

    private final Clock clock;

    SituationDoors(
            NeedsAssessments needs,
            Situations situations,
            Budgets budgets,
            SocialRights rights,
            TransactionTemplate transaction,
            Clock clock) {
        super(transaction);
        this.clock = clock;
        write(
                "NeedsAssessments.sign(Grant,SignNeeds)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> needs.sign(grant, rating(row))));
        write(
                "NeedsAssessments.answer(Grant,AnswerNeed)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> {
                    needs.sign(grant, rating(row));
                    var need = needs.of(grant).current().orElseThrow().needs().getFirst();
                    needs.answer(grant, new AnswerNeed(NeedId.create(), need.id(), "Done"));
                }));
        read("NeedsAssessments.of(Grant)", Section.SOCIAL, (grant, row) -> needs.of(grant));
        write(
                "Situations.tell(Grant,TellState)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> situations.tell(grant, state(row))));
        write(
                "Situations.correct(Grant,CorrectState)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> {
                    var told = situations.tell(grant, state(row));
                    return situations.correct(grant, CorrectState.takeBack(told.id(), "Wrong"));
                }));
        read("Situations.of(Grant)", Section.SOCIAL, (grant, row) -> situations.of(grant));
        read("Situations.on(Grant,LocalDate)", Section.SOCIAL, (grant, row) -> situations.on(grant, today()));
        write(
                "Budgets.save(Grant,SaveBudget)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> budgets.save(
                        grant,
                        new SaveBudget(
                                BudgetId.create(),
                                row.home().centre(),
                                budgets.of(grant).versionAt(row.home().centre()),
                                List.of(new BudgetLine(BudgetLine.Side.INCOME, "WAGES", null, BigDecimal.TEN)),
                                List.of(),
                                false))));
        read("Budgets.of(Grant)", Section.SOCIAL, (grant, row) -> budgets.of(grant));
        write(
                "SocialRights.add(Grant,AddRight)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> rights.add(grant, right(row))));
        write(
                "SocialRights.change(Grant,ChangeRight)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> {
                    var added = rights.add(grant, right(row));
                    return rights.change(
                            grant, new ChangeRight(added.id(), 1, RightStanding.of(RightStatus.MORE_INFO, today())));
                }));
        read("SocialRights.of(Grant)", Section.SOCIAL, (grant, row) -> rights.of(grant));
        read("SocialRights.history(Grant,SocialRightId)", Section.SOCIAL, (grant, row) -> {
            var all = rights.of(grant).rights();
            return all.isEmpty()
                    ? List.of()
                    : rights.history(grant, all.getFirst().id());
        });
        listInFull(
                "SocialRights.due(Scope,RightsFilter,RightCursor,int)",
                Section.SOCIAL,
                (scope, row) -> rights.due(scope, RightsFilter.ALL, null, 50));
    }

    private SignNeeds rating(Fixture row) {
        return new SignNeeds(
                SocialAssessmentId.create(),
                row.home().centre(),
                Occasion.REVIEW,
                today(),
                Map.of(NeedDomain.HOUSING, NeedAnswer.level(1)),
                true,
                null,
                null,
                null);
    }

    private TellState state(Fixture row) {
        return new TellState(
                SituationStateId.create(),
                row.home().centre(),
                StateKind.WORK,
                "UNEMPLOYED",
                false,
                today().minusDays(3),
                null,
                null);
    }

    private static AddRight right(Fixture row) {
        return new AddRight(
                SocialRightId.create(),
                row.home().centre(),
                "PENSION",
                null,
                RightStanding.of(RightStatus.FILED, null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
