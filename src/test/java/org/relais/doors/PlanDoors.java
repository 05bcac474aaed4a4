package org.relais.doors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.plan.AddAction;
import org.relais.plan.AddGoal;
import org.relais.plan.AimRow;
import org.relais.plan.Aims;
import org.relais.plan.ChangeAction;
import org.relais.plan.ChangeGoal;
import org.relais.plan.GoalActs;
import org.relais.plan.GoalDomain;
import org.relais.plan.GoalRow;
import org.relais.plan.GoalState;
import org.relais.plan.GoalStep;
import org.relais.plan.GoalStepState;
import org.relais.plan.GoalSteps;
import org.relais.plan.Goals;
import org.relais.plan.MoveGoal;
import org.relais.plan.PlanActions;
import org.relais.plan.PlanSheets;
import org.relais.plan.UseAim;
import org.relais.plan.UseTarget;
import org.relais.plan.WriteAim;
import org.relais.shared.ActionId;
import org.relais.shared.AimId;
import org.relais.shared.Discipline;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;

/** The doors of the care plan. */
@TestComponent
class PlanDoors extends RoomDoors {

    private final Goals goals;
    private final JdbcClient jdbc;

    PlanDoors(
            Goals goals,
            GoalSteps steps,
            GoalActs acts,
            Aims aims,
            PlanActions actions,
            PlanSheets sheets,
            AccessService access,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        super(transaction);
        this.goals = goals;
        this.jdbc = jdbc;
        write("Goals.add(Grant,AddGoal)", Section.PLAN, (grant, row) -> undone(() -> add(grant, row)));
        write(
                "Goals.change(Grant,ChangeGoal)",
                Section.PLAN,
                (grant, row) -> undone(() -> goals.change(
                        grant,
                        new ChangeGoal(
                                add(grant, row).id(), 1, "A home where my daughter can come", null, null, null))));
        write(
                "Goals.move(Grant,MoveGoal)",
                Section.PLAN,
                (grant, row) -> undone(() -> goals.move(
                        grant, new MoveGoal(add(grant, row).id(), 1, GoalState.OBSOLETE, null, "She moved"))));
        read("Goals.of(Grant)", Section.PLAN, (grant, row) -> goals.of(grant));
        read(
                "Goals.history(Grant,GoalId)",
                Section.PLAN,
                (grant, row) -> undone(() -> goals.history(grant, written(row))));
        write(
                "GoalSteps.keep(Grant,GoalStep)",
                Section.PLAN,
                (grant, row) -> undone(() -> steps.keep(
                        grant,
                        new GoalStep(
                                add(grant, row).id(),
                                StepId.create(),
                                Section.PLAN,
                                Discipline.SOCIAL,
                                row.home().centre(),
                                "Call the landlord",
                                null,
                                LocalDate.of(2026, 12, 1),
                                GoalStepState.TODO))));
        write(
                "GoalSteps.remove(Grant,Id)",
                Section.PLAN,
                (grant, row) -> undone(() -> steps.remove(grant, StepId.create())));
        read(
                "GoalSteps.of(Grant,Collection)",
                Section.RECORD,
                (grant, row) -> steps.of(grant, List.of(GoalId.create())));
        write(
                "GoalActs.link(Grant,Grant,GoalId,EntryId)",
                Section.PLAN,
                (grant, row) -> missing(() -> {
                    acts.link(grant, access.grant(grant.person(), Section.RECORD), GoalId.create(), EntryId.create());
                    return "linked";
                }));
        write(
                "GoalActs.unlink(Grant,GoalId,EntryId)",
                Section.PLAN,
                (grant, row) -> missing(() -> {
                    acts.unlink(grant, GoalId.create(), EntryId.create());
                    return "unlinked";
                }));
        read(
                "GoalActs.of(Grant,Collection,Instant)",
                Section.RECORD,
                (grant, row) -> acts.of(grant, List.of(GoalId.create()), null));
        read(
                "PlanSheets.of(Grant,Grant)",
                Section.PLAN,
                (grant, row) -> sheets.of(grant, access.grant(grant.person(), Section.RECORD)));
        read("PlanSheets.print(Grant,Grant)", Section.PLAN, (grant, row) -> {
            var record = access.grant(grant.person(), Section.RECORD);
            return undone(() -> sheets.print(grant, record));
        });
        aims(aims);
        actions(actions);
        read(
                "GoalActs.signs(Grant,Collection)",
                Section.PLAN,
                (grant, row) -> acts.signs(grant, List.of(EntryId.create())));
        read(
                "GoalActs.served(Grant,Collection)",
                Section.PLAN,
                (grant, row) -> acts.served(grant, List.of(EntryId.create())));
    }

    private void aims(Aims aims) {
        write("Aims.write(Grant,WriteAim)", Section.PLAN, (grant, row) -> undone(() -> aims.write(grant, aim(row))));
        read("Aims.latest(Grant)", Section.PLAN, (grant, row) -> aims.latest(grant));
        read("Aims.history(Grant)", Section.PLAN, (grant, row) -> aims.history(grant));
        read("Aims.progress(Grant,AimRow)", Section.PLAN, (grant, row) -> aims.progress(grant, said(row)));
    }

    private void actions(PlanActions actions) {
        write(
                "PlanActions.add(Grant,AddAction)",
                Section.PLAN,
                (grant, row) -> undone(() -> actions.add(grant, action(grant, row))));
        write(
                "PlanActions.change(Grant,ChangeAction)",
                Section.PLAN,
                (grant, row) -> undone(() -> actions.change(
                        grant,
                        new ChangeAction(
                                planned(row), 1, GoalStepState.DOING, LocalDate.of(2026, 12, 1), true, null, null))));
        read("PlanActions.of(Grant)", Section.PLAN, (grant, row) -> actions.of(grant));
        read(
                "PlanActions.history(Grant,ActionId)",
                Section.PLAN,
                (grant, row) -> undone(() -> actions.history(grant, planned(row))));
    }

    private static WriteAim aim(Fixture row) {
        return new WriteAim(
                AimId.create(),
                0,
                row.home().centre(),
                "I want to drink less",
                UseAim.UNDECIDED,
                UseTarget.NONE,
                null,
                null,
                null,
                null);
    }

    private static AimRow said(Fixture row) {
        return new AimRow(
                AimId.create(),
                row.person(),
                row.home().centre(),
                null,
                1,
                "I want to drink less",
                UseAim.UNDECIDED,
                UseTarget.NONE,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                new StaffId(GoalId.create().value()));
    }

    private AddAction action(Grant grant, Fixture row) {
        return new AddAction(
                ActionId.create(),
                add(grant, row).id(),
                row.home().centre(),
                "Call the landlord",
                LocalDate.now(ZoneOffset.UTC).plusDays(7),
                false,
                null);
    }

    private ActionId planned(Fixture row) {
        var action = ActionId.create();
        jdbc.sql(
                        "INSERT INTO plan_action (id, goal_id, person_id, centre_id, title, discipline, due_on, state, is_open,"
                                + " version, created_at, created_by, changed_at, changed_by) VALUES (:id, :goal, :person,"
                                + " :centre, 'Call', 'SOCIAL', '2026-12-01', 'TODO', TRUE, 1, UTC_TIMESTAMP(6), :by,"
                                + " UTC_TIMESTAMP(6), :by)")
                .param("id", action.value())
                .param("goal", written(row).value())
                .param("person", row.person().value())
                .param("centre", row.home().centre().value())
                .param("by", GoalId.create().value())
                .update();
        return action;
    }

    private GoalRow add(Grant grant, Fixture row) {
        return goals.add(
                grant,
                new AddGoal(
                        GoalId.create(),
                        row.home().centre(),
                        GoalDomain.HOUSING,
                        "A home where my daughter can come",
                        "A lease in their name",
                        null,
                        null,
                        null));
    }

    private GoalId written(Fixture row) {
        var goal = GoalId.create();
        jdbc.sql("INSERT INTO plan_goal (id, person_id, centre_id, number, domain, statement, owner_id, state, is_open,"
                        + " version, created_at, created_by, changed_at, changed_by) VALUES (:id, :person, :centre, 9,"
                        + " 'HOUSING', 'A home', :owner, 'DRAFT', TRUE, 1, UTC_TIMESTAMP(6), :owner,"
                        + " UTC_TIMESTAMP(6), :owner)")
                .param("id", goal.value())
                .param("person", row.person().value())
                .param("centre", row.home().centre().value())
                .param("owner", GoalId.create().value())
                .update();
        return goal;
    }

    // Nothing of the kind exists: whoever may ask is told so
    private static Object missing(Supplier<Object> act) {
        try {
            return act.get();
        } catch (NotFound nothing) {
            return "nothing there";
        }
    }
}
