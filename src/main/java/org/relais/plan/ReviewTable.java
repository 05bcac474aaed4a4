package org.relais.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.RelativeId;
import org.relais.shared.ReviewId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The reviews as they were signed. */
@Component
class ReviewTable {

    private static final String LATEST = """
            SELECT r.* FROM plan_review r
            WHERE r.person_id IN (:people)
              AND NOT EXISTS (SELECT 1 FROM plan_review later WHERE later.corrects_id = r.id)""";

    private final JdbcClient jdbc;

    ReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the person's last review; 0 for none. Two at once meet at the unique key. */
    int lastNumber(Collection<PersonId> people) {
        return jdbc.sql("SELECT COALESCE(MAX(number), 0) FROM plan_review WHERE person_id IN (:people)")
                .param("people", GoalTable.values(people))
                .query(Integer.class)
                .single();
    }

    void insert(ReviewRow review, String ruleCode, int ruleVersion) {
        jdbc.sql("""
                        INSERT INTO plan_review
                            (id, person_id, centre_id, unit_id, number, version, corrects_id, reason, held_on, covers_from,
                             gathered_at, words, next_on, rule_code, rule_version, entry_id, signed_at, signed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(review.id().value())
                .param(review.person().value())
                .param(review.centre().value())
                .param(value(review.unit()))
                .param(review.number())
                .param(review.version())
                .param(value(review.corrects()))
                .param(review.reason())
                .param(review.heldOn())
                .param(Utc.columnOrNull(review.coversFrom()))
                .param(Utc.column(review.gatheredAt()))
                .param(review.words())
                .param(review.nextOn())
                .param(ruleCode)
                .param(ruleVersion)
                .param(review.entry().value())
                .param(Utc.column(review.signedAt()))
                .param(review.signedBy().value())
                .update();
        var place = 0;
        for (var goal : review.goals()) {
            jdbc.sql("""
                            INSERT INTO plan_review_goal
                                (review_id, goal_id, place, statement, state_before, state, summary)
                            VALUES (?,?,?,?,?,?,?)""")
                    .param(review.id().value())
                    .param(goal.goal().value())
                    .param(place++)
                    .param(goal.statement())
                    .param(goal.before().name())
                    .param(goal.state().name())
                    .param(goal.summary())
                    .update();
        }
        place = 0;
        for (var member : review.members()) {
            insert(review.id(), place++, member);
        }
    }

    /** The versions that hold, the latest review first. */
    List<ReviewRow> latest(Collection<PersonId> people, int limit) {
        return whole(jdbc.sql(LATEST + " ORDER BY r.number DESC, r.signed_at DESC, r.id LIMIT :limit")
                .param("people", GoalTable.values(people))
                .param("limit", limit)
                .query((row, number) -> head(row))
                .list());
    }

    Optional<ReviewRow> find(Collection<PersonId> people, ReviewId id) {
        return whole(jdbc.sql("SELECT * FROM plan_review WHERE person_id IN (:people) AND id = :id")
                        .param("people", GoalTable.values(people))
                        .param("id", id.value())
                        .query((row, number) -> head(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Every version of one review, the latest first. */
    List<ReviewRow> versions(PersonId person, int number) {
        return whole(jdbc.sql("SELECT * FROM plan_review WHERE person_id = ? AND number = ? ORDER BY version DESC")
                .param(person.value())
                .param(number)
                .query((row, index) -> head(row))
                .list());
    }

    /** What was said of the goals from a moment on, the latest first. */
    Map<GoalId, List<GoalChangeRow>> changes(Collection<GoalId> goals, Instant from) {
        var changes = new HashMap<GoalId, List<GoalChangeRow>>();
        jdbc.sql("""
                        SELECT * FROM plan_goal_change WHERE goal_id IN (:goals) AND changed_at > :from
                        ORDER BY version DESC LIMIT 500""")
                .param("goals", GoalTable.values(goals))
                .param("from", Utc.column(from))
                .query(row -> {
                    changes.computeIfAbsent(new GoalId(Utc.uuid(row, "goal_id")), goal -> new ArrayList<>())
                            .add(new GoalChangeRow(
                                    row.getInt("version"),
                                    row.getString("statement"),
                                    row.getString("criterion"),
                                    row.getObject("target_on", LocalDate.class),
                                    new StaffId(Utc.uuid(row, "owner_id")),
                                    GoalState.valueOf(row.getString("state")),
                                    row.getString("evidence"),
                                    Utc.instant(row, "changed_at"),
                                    new StaffId(Utc.uuid(row, "changed_by"))));
                });
        return changes;
    }

    private void insert(ReviewId review, int place, ReviewMember member) {
        var staff = member instanceof ReviewMember.Colleague(var id) ? id : null;
        var relative = member instanceof ReviewMember.CloseOne(var id, var name) ? id : null;
        jdbc.sql("""
                        INSERT INTO plan_review_member (review_id, place, kind, staff_id, relative_id, name)
                        VALUES (?,?,?,?,?,?)""")
                .param(review.value())
                .param(place)
                .param(
                        switch (member) {
                            case ReviewMember.Colleague colleague -> "STAFF";
                            case ReviewMember.ThePerson person -> "PERSON";
                            case ReviewMember.CloseOne close -> "RELATIVE";
                        })
                .param(value(staff))
                .param(value(relative))
                .param(member instanceof ReviewMember.CloseOne close ? close.name() : null)
                .update();
    }

    private List<ReviewRow> whole(List<ReviewRow> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        var ids = GoalTable.values(heads.stream().map(ReviewRow::id).toList());
        var goals = new HashMap<UUID, List<ReviewedGoal>>();
        jdbc.sql("SELECT * FROM plan_review_goal WHERE review_id IN (:ids) ORDER BY review_id, place")
                .param("ids", ids)
                .query(row -> {
                    goals.computeIfAbsent(Utc.uuid(row, "review_id"), id -> new ArrayList<>())
                            .add(new ReviewedGoal(
                                    new GoalId(Utc.uuid(row, "goal_id")),
                                    row.getString("statement"),
                                    GoalState.valueOf(row.getString("state_before")),
                                    GoalState.valueOf(row.getString("state")),
                                    row.getString("summary")));
                });
        var members = new HashMap<UUID, List<ReviewMember>>();
        jdbc.sql("SELECT * FROM plan_review_member WHERE review_id IN (:ids) ORDER BY review_id, place")
                .param("ids", ids)
                .query(row -> {
                    members.computeIfAbsent(Utc.uuid(row, "review_id"), id -> new ArrayList<>())
                            .add(member(row));
                });
        return heads.stream()
                .map(head -> new ReviewRow(
                        head.id(),
                        head.person(),
                        head.centre(),
                        head.unit(),
                        head.number(),
                        head.version(),
                        head.corrects(),
                        head.reason(),
                        head.heldOn(),
                        head.coversFrom(),
                        head.gatheredAt(),
                        head.words(),
                        head.nextOn(),
                        goals.getOrDefault(head.id().value(), List.of()),
                        members.getOrDefault(head.id().value(), List.of()),
                        head.entry(),
                        head.signedAt(),
                        head.signedBy()))
                .toList();
    }

    private static ReviewMember member(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "PERSON" -> new ReviewMember.ThePerson();
            case "RELATIVE" ->
                new ReviewMember.CloseOne(new RelativeId(Utc.uuid(row, "relative_id")), row.getString("name"));
            default -> new ReviewMember.Colleague(new StaffId(Utc.uuid(row, "staff_id")));
        };
    }

    private static ReviewRow head(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var corrects = Utc.uuidOrNull(row, "corrects_id");
        return new ReviewRow(
                new ReviewId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getInt("number"),
                row.getInt("version"),
                corrects == null ? null : new ReviewId(corrects),
                row.getString("reason"),
                row.getObject("held_on", LocalDate.class),
                Utc.instantOrNull(row, "covers_from"),
                Utc.instant(row, "gathered_at"),
                row.getString("words"),
                row.getObject("next_on", LocalDate.class),
                List.of(),
                List.of(),
                new EntryId(Utc.uuid(row, "entry_id")),
                Utc.instant(row, "signed_at"),
                new StaffId(Utc.uuid(row, "signed_by")));
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
