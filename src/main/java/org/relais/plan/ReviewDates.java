package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** When each plan is reviewed next, for each centre that follows the person. */
@Component
class ReviewDates {

    private final JdbcClient jdbc;
    private final PlanDays days;
    private final RuleInForce<ReviewRule> rule;
    private final Clock clock;

    ReviewDates(JdbcClient jdbc, PlanDays days, RuleInForce<ReviewRule> rule, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.rule = rule;
        this.clock = clock;
    }

    /** The last day on which a plan may be reviewed that was reviewed on this day. */
    LocalDate latest(LocalDate reviewed) {
        return reviewed.plusMonths(rule.now().longestMonths());
    }

    ReviewRule rule() {
        return rule.now();
    }

    /** A plan that has no day yet gets the last one possible: nobody forgets a plan they never reviewed. */
    void expect(PersonId person, CentreId centre, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT IGNORE INTO plan_review_next
                            (person_id, centre_id, due_on, version, set_at, set_by)
                        VALUES (?,?,?,1,?,?)""")
                .param(person.value())
                .param(centre.value())
                .param(latest(days.today(centre)))
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** Sets the day, whatever it was. */
    void set(PersonId person, CentreId centre, LocalDate dueOn, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO plan_review_next (person_id, centre_id, due_on, version, set_at, set_by)
                        VALUES (?,?,?,1,?,?)
                        ON DUPLICATE KEY UPDATE due_on = VALUE(due_on), version = version + 1,
                            set_at = VALUE(set_at), set_by = VALUE(set_by)""")
                .param(person.value())
                .param(centre.value())
                .param(dueOn)
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** Whether the day stood at the version and is now this one. */
    boolean change(Collection<PersonId> people, CentreId centre, LocalDate dueOn, int version, StaffId by, Instant at) {
        return jdbc.sql("""
                        UPDATE plan_review_next SET due_on = :due, version = version + 1, set_at = :at, set_by = :by
                        WHERE person_id IN (:people) AND centre_id = :centre AND version = :version""")
                        .param("due", dueOn)
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .param("people", GoalTable.values(people))
                        .param("centre", centre.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The plan is reviewed no more. */
    void forget(Collection<PersonId> people, CentreId centre) {
        jdbc.sql("DELETE FROM plan_review_next WHERE person_id IN (:people) AND centre_id = :centre")
                .param("people", GoalTable.values(people))
                .param("centre", centre.value())
                .update();
    }

    List<ReviewDate> of(Collection<PersonId> people) {
        return jdbc.sql("SELECT * FROM plan_review_next WHERE person_id IN (:people) ORDER BY due_on, centre_id")
                .param("people", GoalTable.values(people))
                .query((row, number) -> date(row))
                .list();
    }

    /** Whose plan a centre reviews until a day, the earliest first. */
    List<DueReview> due(Scope scope, CentreId centre, LocalDate until, int limit) {
        return jdbc.sql("""
                        SELECT * FROM plan_review_next
                        WHERE centre_id = :centre AND due_on <= :until AND person_id NOT IN (:hidden)
                        ORDER BY due_on, person_id LIMIT :limit""")
                .param("centre", centre.value())
                .param("until", until)
                .param("hidden", GoalTable.values(scope.hidden()))
                .param("limit", limit)
                .query((row, number) -> due(row))
                .list();
    }

    /**
     * Those that are the actor's to see to: they set the day, or look after an open goal of the person. Whom the centre
     * no longer cares for, and does not follow after the discharge, is left out: nobody could open their plan.
     */
    List<DueReview> mine(Scope scope, LocalDate until, int limit) {
        return jdbc.sql("""
                        SELECT n.* FROM plan_review_next n
                        WHERE n.centre_id IN (:centres) AND n.due_on <= :until AND n.person_id NOT IN (:hidden)
                          AND (n.set_by = :me OR EXISTS (
                              SELECT 1 FROM plan_goal g
                              WHERE g.owner_id = :me AND g.is_open AND g.person_id = n.person_id))
                          AND EXISTS (
                              SELECT 1 FROM access_care_relation c
                              LEFT JOIN access_merge m ON m.absorbed_id = n.person_id AND m.live
                              WHERE c.person_id IN (n.person_id, m.surviving_id) AND c.centre_id = n.centre_id
                                AND c.kind <> 'KEY_WORKER' AND (c.ends_at IS NULL OR c.ends_at > :now))
                        ORDER BY n.due_on, n.person_id LIMIT :limit""")
                .param("centres", GoalTable.values(scope.centres()))
                .param("until", until)
                .param("hidden", GoalTable.values(scope.hidden()))
                .param("me", scope.actor().id().value())
                .param("now", Utc.column(clock.instant()))
                .param("limit", limit)
                .query((row, number) -> due(row))
                .list();
    }

    private ReviewDate date(ResultSet row) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new ReviewDate(
                centre,
                dueOn,
                days.until(centre, dueOn),
                row.getInt("version"),
                Utc.instant(row, "set_at"),
                new StaffId(Utc.uuid(row, "set_by")));
    }

    private DueReview due(ResultSet row) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new DueReview(new PersonId(Utc.uuid(row, "person_id")), centre, dueOn, days.until(centre, dueOn));
    }
}
