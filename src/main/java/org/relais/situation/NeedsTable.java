package org.relais.situation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.NeedId;
import org.relais.shared.PersonId;
import org.relais.shared.SocialAssessmentId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The ratings of needs, their domains and what was done about them: inserted, never changed. */
@Component
class NeedsTable {

    private static final int MOST = 2_000;

    private static final String ROWS = """
            SELECT a.*, n.id AS need_id, n.domain, n.level, n.need, n.resources, n.risks, n.obstacles, n.due_on,
                   (SELECT c.id FROM situation_assessment c WHERE c.supersedes_id = a.id) AS superseded_by,
                   EXISTS (SELECT 1 FROM situation_need_answer d WHERE d.need_id IN (n.id, n.task_id)) AS answered
            FROM situation_assessment a LEFT JOIN situation_need n ON n.assessment_id = a.id
            WHERE a.person_id IN (:people)""";

    private final JdbcClient jdbc;

    NeedsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of two corrections of one rating the database lets one in. */
    void insert(NeedsRating rating, NeedsScore score) {
        jdbc.sql("""
                        INSERT INTO situation_assessment
                            (id, person_id, centre_id, unit_id, rule_version, occasion, assessed_on, level_sum, applicable,
                             open_domains, mean, comment, supersedes_id, reason, signed_at, signed_by, entry_id)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(rating.id().value())
                .param(rating.person().value())
                .param(rating.centre().value())
                .param(Columns.value(rating.unit()))
                .param(rating.rule())
                .param(rating.occasion().name())
                .param(rating.assessedOn())
                .param(score.sum())
                .param(score.applicable())
                .param(score.open())
                .param(rating.mean())
                .param(rating.comment())
                .param(Columns.value(rating.supersedes()))
                .param(rating.reason())
                .param(Utc.column(rating.signedAt()))
                .param(rating.signedBy().value())
                .param(rating.entry().value())
                .update();
    }

    /** @param task the need whose task it is; null where it calls for nothing at once */
    void insert(SocialAssessmentId rating, Need need, @Nullable NeedId task) {
        var answer = need.answer();
        jdbc.sql("""
                        INSERT INTO situation_need
                            (id, assessment_id, domain, level, need, resources, risks, obstacles, task_id, due_on)
                        VALUES (?,?,?,?,?,?,?,?,?,?)""")
                .param(need.id().value())
                .param(rating.value())
                .param(need.domain().name())
                .param(answer.level())
                .param(answer.need())
                .param(answer.resources())
                .param(answer.risks())
                .param(answer.obstacles())
                .param(Columns.value(task))
                .param(need.dueOn())
                .update();
    }

    void answer(NeedId id, NeedId need, String what, @Nullable EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO situation_need_answer (id, need_id, what, entry_id, answered_at, answered_by)
                        VALUES (?,?,?,?,?,?)""")
                .param(id.value())
                .param(need.value())
                .param(what)
                .param(Columns.value(entry))
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    boolean answered(Collection<PersonId> people, NeedId answer) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM situation_need_answer d
                        JOIN situation_need n ON n.id = d.need_id
                        JOIN situation_assessment a ON a.id = n.assessment_id
                        WHERE d.id = :id AND a.person_id IN (:people)""")
                        .param("id", answer.value())
                        .param("people", Columns.values(people))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The urgent needs of a centre whose task still waits, each under the need its task belongs to. */
    List<Waiting> waiting(Collection<PersonId> people, CentreId centre) {
        return jdbc.sql("""
                        SELECT n.id, n.domain, n.due_on FROM situation_need n
                        JOIN situation_assessment a ON a.id = n.assessment_id
                        WHERE a.person_id IN (:people) AND a.centre_id = :centre AND n.task_id = n.id
                          AND NOT EXISTS (SELECT 1 FROM situation_need_answer d WHERE d.need_id = n.id)
                        ORDER BY n.id""")
                .param("people", Columns.values(people))
                .param("centre", centre.value())
                .query((row, number) -> new Waiting(
                        new NeedId(Utc.uuid(row, "id")),
                        NeedDomain.valueOf(row.getString("domain")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** An urgent need for which nothing was done yet. */
    record Waiting(NeedId task, NeedDomain domain, LocalDate dueOn) {}

    /** Which need's task stands for a need; empty where it has none. */
    Optional<NeedId> taskOf(NeedId need) {
        return jdbc.sql("SELECT task_id FROM situation_need WHERE id = ? AND task_id IS NOT NULL")
                .param(need.value())
                .query((row, number) -> new NeedId(Utc.uuid(row, "task_id")))
                .optional();
    }

    Optional<NeedsRating> find(Collection<PersonId> people, SocialAssessmentId id) {
        return ratings(jdbc.sql(ROWS + " AND a.id = :id ORDER BY n.id")
                        .param("people", Columns.values(people))
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    Optional<NeedsRating> ofNeed(Collection<PersonId> people, NeedId need) {
        return ratings(jdbc.sql(ROWS
                                + " AND a.id = (SELECT x.assessment_id FROM situation_need x WHERE x.id = :need)"
                                + " ORDER BY n.id")
                        .param("people", Columns.values(people))
                        .param("need", need.value()))
                .stream()
                .findFirst();
    }

    /** Every rating of the person, the latest day first. */
    List<NeedsRating> of(Collection<PersonId> people) {
        return ratings(jdbc.sql(ROWS + " ORDER BY a.assessed_on DESC, a.signed_at DESC, a.id DESC, n.id LIMIT " + MOST)
                .param("people", Columns.values(people)));
    }

    private static List<NeedsRating> ratings(JdbcClient.StatementSpec statement) {
        var needs = new LinkedHashMap<UUID, List<Need>>();
        var heads = new ArrayList<NeedsRating>();
        statement.query(row -> {
            var id = Utc.uuid(row, "id");
            if (!needs.containsKey(id)) {
                needs.put(id, new ArrayList<>());
                heads.add(head(row));
            }
            if (Utc.uuidOrNull(row, "need_id") != null) {
                needs.get(id).add(need(row));
            }
        });
        return heads.stream()
                .map(head -> with(head, needs.getOrDefault(head.id().value(), List.of())))
                .toList();
    }

    private static NeedsRating with(NeedsRating head, List<Need> needs) {
        return new NeedsRating(
                head.id(),
                head.person(),
                head.centre(),
                head.unit(),
                head.rule(),
                head.occasion(),
                head.assessedOn(),
                head.mean(),
                needs,
                head.comment(),
                head.supersedes(),
                head.reason(),
                head.supersededBy(),
                head.signedAt(),
                head.signedBy(),
                head.entry());
    }

    private static NeedsRating head(ResultSet row) throws SQLException {
        var unit = Utc.uuidOrNull(row, "unit_id");
        var supersedes = Utc.uuidOrNull(row, "supersedes_id");
        var superseded = Utc.uuidOrNull(row, "superseded_by");
        return new NeedsRating(
                new SocialAssessmentId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                unit == null ? null : new UnitId(unit),
                row.getInt("rule_version"),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("mean", BigDecimal.class),
                List.of(),
                row.getString("comment"),
                supersedes == null ? null : new SocialAssessmentId(supersedes),
                row.getString("reason"),
                superseded == null ? null : new SocialAssessmentId(superseded),
                Utc.instant(row, "signed_at"),
                new StaffId(Utc.uuid(row, "signed_by")),
                new EntryId(Utc.uuid(row, "entry_id")));
    }

    private static Need need(ResultSet row) throws SQLException {
        return new Need(
                new NeedId(Utc.uuid(row, "need_id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                NeedDomain.valueOf(row.getString("domain")),
                new NeedAnswer(
                        row.getInt("level"),
                        row.getString("need"),
                        row.getString("resources"),
                        row.getString("risks"),
                        row.getString("obstacles")),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("answered"));
    }
}
