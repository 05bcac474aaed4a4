package org.relais.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** The goals one looks after whose day has passed, and those that were written down and never agreed. */
@Component
class GoalsToday implements TodaySource {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final PlanDays days;
    private final RuleInForce<PlanRule> rule;
    private final Clock clock;

    GoalsToday(JdbcClient jdbc, AccessService access, PlanDays days, RuleInForce<PlanRule> rule, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.days = days;
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        if (!access.roleOpens(Section.PLAN)) {
            return List.of();
        }
        var plans = access.scope(Section.PLAN, Purpose.CARE, null);
        if (plans.level() != Level.READ) {
            return List.of();
        }
        var before = clock.instant().minus(Duration.ofDays(rule.now().draftAfterDays()));
        var items = new ArrayList<TodayItem>();
        jdbc.sql("""
                        SELECT g.person_id, g.centre_id, g.statement, g.target_on, g.created_at FROM plan_goal g
                        WHERE g.owner_id = :me AND g.is_open
                          AND g.person_id NOT IN (:hidden) AND g.centre_id IN (:centres)
                          AND (g.target_on < :tomorrow OR (g.state = 'DRAFT' AND g.created_at < :before))
                          AND EXISTS (
                              SELECT 1 FROM access_care_relation c
                              LEFT JOIN access_merge m ON m.absorbed_id = g.person_id AND m.live
                              WHERE c.person_id IN (g.person_id, m.surviving_id) AND c.centre_id = g.centre_id
                                AND c.kind <> 'KEY_WORKER' AND (c.ends_at IS NULL OR c.ends_at > :now))
                        ORDER BY g.target_on, g.id LIMIT :most""")
                .param("me", plans.actor().id().value())
                .param("hidden", GoalTable.values(plans.hidden()))
                .param("centres", GoalTable.values(plans.centres()))
                .param("tomorrow", day.plusDays(1))
                .param("before", Utc.column(before))
                .param("now", Utc.column(clock.instant()))
                .param("most", MOST)
                .query(row -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    var centre = new CentreId(Utc.uuid(row, "centre_id"));
                    var target = row.getObject("target_on", LocalDate.class);
                    var late = target != null && days.until(centre, target) < 0;
                    var written = Utc.instant(row, "created_at");
                    if (late || written.isBefore(before)) {
                        var due = late ? target : days.dayOf(centre, written);
                        items.add(new TodayItem(
                                TodayItem.Kind.DUE,
                                scope.actor().role().discipline(),
                                person,
                                TaskTitle.key(
                                        late ? "plan.today.late" : "plan.today.draft", row.getString("statement")),
                                days.endOf(centre, due),
                                due,
                                centre,
                                PlanRoutes.plan(person)));
                    }
                });
        access.show(plans, items.stream().map(TodayItem::person).distinct().toList());
        return items;
    }
}
