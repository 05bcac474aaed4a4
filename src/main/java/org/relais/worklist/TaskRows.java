package org.relais.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.TaskId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** The table of tasks. A row is inserted once; the only change is that it is closed, by whom and when. */
@Component
class TaskRows {

    // Joins a title's arguments; checked text holds no control character, so no argument can contain it.
    private static final String SEPARATOR = "\u001F";

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sections a task can belong to. */
    static Stream<Section> sections() {
        return Arrays.stream(Section.values()).filter(section -> section != Section.RECORD);
    }

    void insert(TaskId id, NewTask task, @Nullable UnitId written, StaffId by, Instant at) {
        jdbc.sql("""
                        INSERT INTO worklist_task
                            (id, person_id, section, discipline, kind, title, title_key, title_arguments, due_at, due_on,
                             assignee_id, unit_id, written_unit_id, centre_id, source_id, path, created_at, created_by, state,
                             open_source_id)
                        VALUES (:id, :person, :section, :discipline, :kind, :title, :key, :arguments, :due, :dueOn,
                                :assignee, :unit, :written, :centre, :source, :path, :at, :by, 'OPEN', :source)""")
                .param("id", id.value())
                .param("person", task.person().value())
                .param("section", task.section().name())
                .param("discipline", task.discipline().name())
                .param("kind", task.kind())
                .param("title", task.title().text())
                .param("key", task.title().key())
                .param("arguments", String.join(SEPARATOR, task.title().arguments()))
                .param("due", Utc.column(task.dueAt()))
                .param("dueOn", task.dueOn())
                .param("assignee", value(task.assignee()))
                .param("unit", value(task.unit()))
                .param("written", value(written))
                .param("centre", task.centre().value())
                .param("source", task.source().value())
                .param("path", task.path())
                .param("at", Utc.column(at))
                .param("by", by.value())
                .update();
    }

    List<OpenTask> open(Id source) {
        return jdbc.sql("SELECT id, person_id, assignee_id FROM worklist_task WHERE open_source_id = ?")
                .param(source.value())
                .query((row, number) -> openTask(row))
                .list();
    }

    List<OpenTask> open(Id source, String kind) {
        return jdbc.sql("SELECT id, person_id, assignee_id FROM worklist_task WHERE open_source_id = ? AND kind = ?")
                .param(source.value())
                .param(kind)
                .query((row, number) -> openTask(row))
                .list();
    }

    void close(TaskId id, TaskState state, StaffId by, Instant at) {
        jdbc.sql("""
                        UPDATE worklist_task SET state = ?, closed_at = ?, closed_by = ?, open_source_id = NULL
                        WHERE id = ? AND state = 'OPEN'""")
                .param(state.name())
                .param(Utc.column(at))
                .param(by.value())
                .param(id.value())
                .update();
    }

    List<DueRow> due(Grant grant, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM worklist_task
                        WHERE person_id IN (:people) AND state = 'OPEN' AND section IN (:sections)
                          AND ((section NOT IN (:own)
                                AND (written_unit_id IS NULL OR written_unit_id NOT IN (:lockedUnits)))
                               OR created_by = :actor OR assignee_id = :actor)
                          AND (section IN (:shared) OR centre_id IN (:centres))
                        ORDER BY due_at, id LIMIT :limit""")
                .param("people", values(grant.people()))
                .param(
                        "sections",
                        names(sections().filter(section -> grant.level(section).atLeast(Level.SUMMARY))))
                .param("own", names(sections().filter(section -> grant.level(section) == Level.OWN)))
                .param("lockedUnits", values(grant.lockedUnits()))
                .param("actor", grant.actor().id().value())
                .param("shared", names(grant.sharedSections().stream()))
                .param("centres", values(grant.centres()))
                .param("limit", limit)
                .query((row, number) ->
                        due(row, now, grant.level(Section.valueOf(row.getString("section"))) != Level.SUMMARY))
                .list();
    }

    List<DueRow> mine(Scope scope, List<Section> readable, List<Section> writable, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM worklist_task
                        WHERE state = 'OPEN' AND section IN (:readable) AND person_id NOT IN (:hidden)
                          AND ((assignee_id = :actor AND (centre_id IN (:centres) OR person_id IN (:beyond)))
                               OR (assignee_id IS NULL AND centre_id IN (:centres) AND section IN (:writable)
                                   AND discipline IN (:discipline, 'ADMINISTRATIVE')
                                   AND (unit_id IN (:units) OR centre_id IN (:whole))))
                        ORDER BY due_at, id LIMIT :limit""")
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .param("beyond", values(scope.beyond()))
                .param("readable", names(readable.stream()))
                .param("writable", names(writable.stream()))
                .param("actor", scope.actor().id().value())
                .param("discipline", scope.actor().role().discipline().name())
                .param("units", values(scope.units()))
                .param("whole", values(scope.actor().wholeCentres()))
                .param("limit", limit)
                .query((row, number) -> due(row, now, true))
                .list();
    }

    private static OpenTask openTask(ResultSet row) throws SQLException {
        return new OpenTask(
                new TaskId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                Utc.uuidOrNull(row, "assignee_id") != null);
    }

    private static DueRow due(ResultSet row, Instant now, boolean withPath) throws SQLException {
        var dueAt = Utc.instant(row, "due_at");
        var assignee = Utc.uuidOrNull(row, "assignee_id");
        var unit = Utc.uuidOrNull(row, "unit_id");
        return new DueRow(
                new TaskId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                Section.valueOf(row.getString("section")),
                Discipline.valueOf(row.getString("discipline")),
                row.getString("kind"),
                new TaskTitle(
                        row.getString("title"),
                        row.getString("title_key"),
                        arguments(row.getString("title_arguments"))),
                dueAt,
                row.getObject("due_on", LocalDate.class),
                Duration.between(dueAt, now),
                new StaffId(Utc.uuid(row, "created_by")),
                assignee == null ? null : new StaffId(assignee),
                unit == null ? null : new UnitId(unit),
                new CentreId(Utc.uuid(row, "centre_id")),
                Utc.uuid(row, "source_id"),
                withPath ? row.getString("path") : null);
    }

    private static List<String> arguments(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    // An empty IN list is not SQL; a blank name and the nil UUID match nothing.
    private static List<String> names(Stream<Section> sections) {
        return Stream.concat(Stream.of(""), sections.map(Section::name)).toList();
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
