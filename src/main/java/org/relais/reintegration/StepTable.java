package org.relais.reintegration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
                            (id, person_id, centre_id, unit_id, domain, title, responsible, worker_id, third_party, status,
                             is_open, due_on, version, created_at, created_by, changed_at, changed_by)
                        VALUES (:id, :person, :centre, :unit, :domain, :title, :responsible, :worker, :third, 'TODO',
                                TRUE, :due, 1, :at, :by, :at, :by)""")
                .param("id", step.id().value())
                .param("person", person.value())
                .param("centre", step.centre().value())
                .param("unit", unit == null ? null : unit.value())
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
        return jdbc.sql("""
                        UPDATE reintegration_step
                        SET status = ?, is_open = ?, due_on = ?, reason = ?, version = version + 1,
                            changed_at = ?, changed_by = ?
                        WHERE id = ? AND version = ?""")
                        .param(after.status().name())
                        .param(after.status().open())
                        .param(after.dueOn())
                        .param(after.reason())
                        .param(Utc.column(at))
                        .param(by.value())
                        .param(before.id().value())
                        .param(before.version())
                        .update()
                == 1;
    }

    void keep(StepId step, int version, StepLife.Standing standing, EntryId entry, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO reintegration_step_change
                            (id, step_id, version, status, due_on, reason, entry_id, changed_at, changed_by)
                        VALUES (?,?,?,?,?,?,?,?,?)""")
                .param(StepId.create().value())
                .param(step.value())
                .param(version)
                .param(standing.status().name())
                .param(standing.dueOn())
                .param(standing.reason())
                .param(entry.value())
                .param(Utc.column(at))
                .param(by.value())
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
                        Utc.instant(row, "changed_at"),
                        new StaffId(Utc.uuid(row, "changed_by"))))
                .list();
    }

    List<StepRow> caseload(Scope scope, CaseloadFilter filter, @Nullable StepCursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("actor", scope.actor().id().value());
        parameters.put("centres", values(scope.centres()));
        parameters.put("hidden", values(scope.hidden()));
        parameters.put("whole", values(scope.actor().wholeCentres()));
        parameters.put("team", filter.whose() == CaseloadFilter.Whose.TEAM);
        parameters.put("limit", limit);
        var where = new StringBuilder("""
                        SELECT * FROM reintegration_step
                        WHERE is_open AND person_id NOT IN (:hidden) AND centre_id IN (:centres)
                          AND (worker_id = :actor OR (worker_id IS NULL AND created_by = :actor)
                               OR (:team AND centre_id IN (:whole)))""");
        if (filter.domain() != null) {
            where.append(" AND domain = :domain");
            parameters.put("domain", filter.domain().name());
        }
        if (filter.overdueOnly()) {
            where.append(" AND ").append(overdue(scope.centres(), parameters));
        }
        if (after != null) {
            where.append(" AND (due_on > :due OR (due_on = :due AND id > :id))");
            parameters.put("due", after.dueOn());
            parameters.put("id", after.id().value());
        }
        return jdbc.sql(where + " ORDER BY due_on, id LIMIT :limit")
                .params(parameters)
                .query(this::row)
                .list();
    }

    // Each centre has a day of its own; the database never derives one.
    private String overdue(Collection<CentreId> centres, Map<String, Object> parameters) {
        var alternatives = new ArrayList<String>(List.of("FALSE"));
        for (var centre : centres) {
            var number = alternatives.size();
            alternatives.add("(centre_id = :centre" + number + " AND due_on < :today" + number + ")");
            parameters.put("centre" + number, centre.value());
            parameters.put("today" + number, days.today(centre));
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private StepRow row(ResultSet row, int number) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var unit = Utc.uuidOrNull(row, "unit_id");
        var dueOn = row.getObject("due_on", LocalDate.class);
        return new StepRow(
                new StepId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                centre,
                unit == null ? null : new UnitId(unit),
                StepDomain.valueOf(row.getString("domain")),
                row.getString("title"),
                new Parts(row.getString("responsible"), Utc.uuidOrNull(row, "worker_id"), row.getString("third_party"))
                        .whole(),
                StepStatus.valueOf(row.getString("status")),
                dueOn,
                days.until(centre, dueOn),
                row.getString("reason"),
                row.getInt("version"),
                Utc.instant(row, "created_at"),
                new StaffId(Utc.uuid(row, "created_by")),
                Utc.instant(row, "changed_at"),
                new StaffId(Utc.uuid(row, "changed_by")));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    /** Who sees to a step, as the three columns hold it. */
    private record Parts(
            String kind, @Nullable UUID worker, @Nullable String thirdParty) {

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
