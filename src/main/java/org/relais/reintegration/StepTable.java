package org.relais.reintegration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.GoalId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.StepId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The two tables of the room: how each step stands, and what was said of it on the way. */
@Component
class StepTable {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final ServiceDays days;

    StepTable(JdbcClient jdbc, ServiceDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    void insert(PersonId person, NewStep step, @Nullable UnitId unit, StaffId by, Instant at) {
        var responsible = Parts.of(step.responsible());
        jdbc.sql("""
                        INSERT INTO reintegration_step
                            (id, person_id, centre_id, unit_id, goal_id, domain, title, responsible, worker_id, third_party,
                             partner, status, is_open, due_on, version, created_at, created_by, changed_at, changed_by,
                             moved_at)
                        VALUES (:id, :person, :centre, :unit, :goal, :domain, :title, :responsible, :worker, :third,
                                :partner, 'TODO', TRUE, :due, 1, :at, :by, :at, :by, :at)""")
                .param("id", step.id().value())
                .param("person", person.value())
                .param("centre", step.centre().value())
                .param("unit", value(unit))
                .param("goal", value(step.goal()))
                .param("partner", step.partner())
                .param("domain", step.domain().name())
                .param("title", step.title())
                .param("responsible", responsible.kind())
                .param("worker", responsible.worker())
                .param("third", responsible.thirdParty())
                .param("due", step.dueOn())
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    /** Whether the step stood at the version and now stands as told. */
    boolean update(StepRow before, StepLife.Standing after, StaffId by, Instant at) {
        var responsible = Parts.of(after.responsible());
        return jdbc.sql("""
                        UPDATE reintegration_step
                        SET status = :status, is_open = :open, due_on = :due, reason = :reason,
                            awaited_since = :awaited, partner = :partner, responsible = :responsible,
                            worker_id = :worker, third_party = :third, goal_id = :goal, version = version + 1,
                            changed_at = :at, changed_by = :by, moved_at = :at
                        WHERE id = :id AND version = :version""")
                        .param("status", after.status().name())
                        .param("open", after.status().open())
                        .param("due", after.dueOn())
                        .param("reason", after.reason())
                        .param("awaited", after.awaitedSince())
                        .param("partner", after.partner())
                        .param("responsible", responsible.kind())
                        .param("worker", responsible.worker())
                        .param("third", responsible.thirdParty())
                        .param("goal", value(after.goal()))
                        .param("at", Utc.column(at))
                        .param("by", by.value())
                        .param("id", before.id().value())
                        .param("version", before.version())
                        .update()
                == 1;
    }

    void keep(StepId step, int version, StepLife.Standing standing, EntryId entry, StaffId by, Instant at) {
        var responsible = Parts.of(standing.responsible());
        jdbc.sql("""
                        INSERT INTO reintegration_step_change
                            (id, step_id, version, status, due_on, reason, goal_id, partner, awaited_since, responsible,
                             worker_id, third_party, entry_id, changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""")
                .param(StepId.create().value())
                .param(step.value())
                .param(version)
                .param(standing.status().name())
                .param(standing.dueOn())
                .param(standing.reason())
                .param(value(standing.goal()))
                .param(standing.partner())
                .param(standing.awaitedSince())
                .param(responsible.kind())
                .param(responsible.worker())
                .param(responsible.thirdParty())
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
                .update();
    }

    /** The step moved without a change: somebody was asked or reminded. */
    void moved(StepId step, Instant at) {
        jdbc.sql("UPDATE reintegration_step SET moved_at = GREATEST(moved_at, ?) WHERE id = ?")
                .param(Utc.column(at))
                .param(step.value())
                .update();
    }

    /** The entry of the step's first version, when the step was added before for this person. */
    Optional<EntryId> added(Collection<PersonId> people, StepId step) {
        return jdbc.sql("""
                        SELECT c.entry_id FROM reintegration_step s
                        JOIN reintegration_step_change c ON c.step_id = s.id AND c.version = 1
                        WHERE s.person_id IN (:people) AND s.id = :step""")
                .param("people", values(people))
                .param("step", step.value())
                .query((row, number) -> new EntryId(Utc.uuid(row, "entry_id")))
                .optional();
    }

    Optional<StepRow> find(Collection<PersonId> people, StepId step) {
        return jdbc.sql("SELECT * FROM reintegration_step WHERE person_id IN (:people) AND id = :step")
                .param("people", values(people))
                .param("step", step.value())
                .query(this::row)
                .optional();
    }

    List<StepRow> of(Collection<PersonId> people, StepFilter filter, int limit) {
        return jdbc.sql("""
                        SELECT * FROM reintegration_step
                        WHERE person_id IN (:people) AND (:all OR status IN (:statuses))
                        ORDER BY is_open DESC, CASE WHEN is_open THEN due_on END, changed_at DESC, id
                        LIMIT :limit""")
                .param("people", values(people))
                .param("all", filter.statuses().isEmpty())
                .param(
                        "statuses",
                        Stream.concat(Stream.of(""), filter.statuses().stream().map(Enum::name))
                                .toList())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<StepChangeRow> changes(StepId step) {
        return jdbc.sql("SELECT * FROM reintegration_step_change WHERE step_id = ? ORDER BY version DESC LIMIT 200")
                .param(step.value())
                .query((row, number) -> new StepChangeRow(
                        row.getInt("version"),
                        StepStatus.valueOf(row.getString("status")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("partner"),
                        row.getObject("awaited_since", LocalDate.class),
                        Parts.read(row),
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    List<StepRow> caseload(
            Scope scope, CaseloadFilter filter, @Nullable Instant stillSince, @Nullable StepCursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("actor", scope.actor().id().value());
        parameters.put("centres", values(scope.centres()));
        parameters.put("hidden", values(scope.hidden()));
        parameters.put("whole", values(scope.actor().wholeCentres()));
        parameters.put("team", filter.whose() == CaseloadFilter.Whose.TEAM);
        parameters.put("limit", limit);
        // How late is counted once for the order, the place to read on from and the filters
        var where = new StringBuilder("SELECT * FROM (SELECT s.*, " + late(scope.centres(), parameters) + """
                         AS days_late FROM reintegration_step s
                        WHERE s.is_open AND s.person_id NOT IN (:hidden) AND s.centre_id IN (:centres)
                          AND (s.worker_id = :actor OR (s.worker_id IS NULL AND s.created_by = :actor)
                               OR (:team AND s.centre_id IN (:whole)))) open_step WHERE TRUE""");
        if (filter.domain() != null) {
            where.append(" AND domain = :domain");
            parameters.put("domain", filter.domain().name());
        }
        if (filter.overdueOnly()) {
            where.append(" AND days_late > 0");
        }
        if (stillSince != null) {
            where.append(" AND (status = 'BLOCKED' OR moved_at < :still)");
            parameters.put("still", Utc.column(stillSince));
        }
        if (after != null) {
            where.append(" AND (days_late < :late OR (days_late = :late AND (moved_at > :moved"
                    + " OR (moved_at = :moved AND id > :id))))");
            parameters.put("late", after.daysLate());
            parameters.put("moved", Utc.column(after.movedAt()));
            parameters.put("id", after.id().value());
        }
        return jdbc.sql(where + " ORDER BY days_late DESC, moved_at, id LIMIT :limit")
                .params(parameters)
                .query(this::row)
                .list();
    }

    // Each centre has a day of its own, which comes from its clock; the database only takes one day from another.
    private String late(Collection<CentreId> centres, Map<String, Object> parameters) {
        var alternatives = new StringBuilder("CASE s.centre_id WHEN :nothing THEN 0");
        parameters.put("nothing", NOTHING);
        var number = 0;
        for (var centre : centres) {
            number++;
            alternatives
                    .append(" WHEN :centre")
                    .append(number)
                    .append(" THEN GREATEST(DATEDIFF(:today")
                    .append(number)
                    .append(", s.due_on), 0)");
            parameters.put("centre" + number, centre.value());
            parameters.put("today" + number, days.today(centre));
        }
        return alternatives + " ELSE 0 END";
    }

    private StepRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var dueOn = row.getObject("due_on", LocalDate.class);
        var movedAt = Utc.instant(row, "moved_at");
        return new StepRow(
                new StepId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                goal(row),
                StepDomain.valueOf(row.getString("domain")),
                row.getString("title"),
                Objects.requireNonNull(Parts.read(row)),
                row.getString("partner"),
                StepStatus.valueOf(row.getString("status")),
                dueOn,
                days.until(centre, dueOn),
                row.getObject("awaited_since", LocalDate.class),
                row.getString("reason"),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")),
                movedAt,
                days.since(centre, movedAt));
    }

    private static @Nullable GoalId goal(ResultSet row) throws SQLException {
        var goal = Utc.uuidOrNull(row, "goal_id");
        return goal == null ? null : new GoalId(goal);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** Who sees to a step, as the three columns hold it. */
    private record Parts(
            String kind, @Nullable UUID worker, @Nullable String thirdParty) {

        static @Nullable Responsible read(ResultSet row) throws SQLException {
            var kind = row.getString("responsible");
            return kind == null
                    ? null
                    : new Parts(kind, Utc.uuidOrNull(row, "worker_id"), row.getString("third_party")).whole();
        }

        static Parts of(Responsible responsible) {
            return switch (responsible) {
                case Responsible.ThePerson() -> new Parts("PERSON", null, null);
                case Responsible.Worker(var staff) -> new Parts("WORKER", staff.value(), null);
                case Responsible.ThirdParty(var name) -> new Parts("THIRD_PARTY", null, name);
            };
        }

        Responsible whole() {
            return switch (kind) {
                case "WORKER" -> new Responsible.Worker(new StaffId(Objects.requireNonNull(worker)));
                case "THIRD_PARTY" -> new Responsible.ThirdParty(Objects.requireNonNull(thirdParty));
                default -> new Responsible.ThePerson();
            };
        }
    }
}
