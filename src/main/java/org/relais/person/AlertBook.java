package org.relais.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Level;
import org.relais.access.Scope;
import org.relais.shared.AlertId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Writes alerts. Within the caller's transaction. */
@Component
class AlertBook {
    private static final int TEXT = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    AlertId add(PersonId person, AddAlert alert, StaffId author) {
        var id = AlertId.create();
        jdbc.sql("""
                        INSERT INTO person_alert
                            (id, person_id, kind, severity, text, source, recorded_at, recorded_by)
                        VALUES (?,?,?,?,?,?,?,?)""")
                .param(id.value())
                .param(person.value())
                .param(alert.kind().name())
                .param(alert.severity().name())
                .param(FreeText.requireLine("text", alert.text(), TEXT))
                .param(FreeText.optionalLine("source", alert.source(), FreeText.LINE))
                .param(Utc.column(clock.instant()))
                .param(author.value())
                .update();
        return id;
    }

    void end(Collection<PersonId> people, AlertId alert, @Nullable String reason, StaffId author) {
        var checked = FreeText.requireLine("reason", reason, FreeText.LINE);
        var ended = jdbc.sql("""
                        UPDATE person_alert SET ended_at = :now, ended_by = :by, end_reason = :reason
                        WHERE id = :id AND person_id IN (:people) AND ended_at IS NULL""")
                .param("now", Utc.column(clock.instant()))
                .param("by", author.value())
                .param("reason", checked)
                .param("id", alert.value())
                .param("people", PersonDetailsReader.values(people))
                .update();
        if (ended == 0) {
            if (exists(people, alert)) {
                throw new Conflict("person.error.alert-ended");
            }
            throw new NotFound();
        }
    }

    // The minimum shows to whoever treats the person: that there is an alert, of which kind and how severe.
    List<Alert> of(Collection<PersonId> people, Level level) {
        var full = level == Level.READ;
        return jdbc
                .sql("SELECT * FROM person_alert WHERE person_id IN (:people) AND ended_at IS NULL")
                .param("people", PersonDetailsReader.values(people))
                .query((row, number) -> alert(row, full))
                .list()
                .stream()
                .sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::recordedAt))
                .toList();
    }

    /** Of several people of the scope's centres at once, of every record that is one with theirs. One SQL. */
    Map<PersonId, List<AlertFlag>> flags(Scope scope, Collection<PersonId> people) {
        var found = new HashMap<PersonId, List<AlertFlag>>();
        if (people.isEmpty() || scope.centres().isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT DISTINCT h.asked, k.kind, k.severity FROM (
                            SELECT a.id AS asked, COALESCE(g.surviving_id, a.id) AS known
                            FROM person_person a LEFT JOIN person_merged g ON g.absorbed_id = a.id
                            WHERE a.id IN (:people)
                            UNION
                            SELECT a.id, m.absorbed_id
                            FROM person_person a LEFT JOIN person_merged g ON g.absorbed_id = a.id
                            JOIN person_merged m ON m.surviving_id = COALESCE(g.surviving_id, a.id)
                            WHERE a.id IN (:people)) h
                        JOIN person_alert k ON k.person_id = h.known
                        WHERE k.ended_at IS NULL AND EXISTS (
                            SELECT 1 FROM person_centre c LEFT JOIN person_merged g ON g.absorbed_id = h.asked
                            WHERE c.person_id = COALESCE(g.surviving_id, h.asked) AND c.centre_id IN (:centres))""")
                .param("people", PersonDetailsReader.values(people))
                .param("centres", scope.centres().stream().map(CentreId::value).toList())
                .query(row -> {
                    found.computeIfAbsent(new PersonId(Utc.uuid(row, "asked")), _ -> new ArrayList<>())
                            .add(new AlertFlag(
                                    AlertKind.valueOf(row.getString("kind")),
                                    Severity.valueOf(row.getString("severity"))));
                });
        found.values()
                .forEach(flags ->
                        flags.sort(Comparator.comparing(AlertFlag::severity).thenComparing(AlertFlag::kind)));
        return found;
    }

    private static Alert alert(ResultSet row, boolean full) throws SQLException {
        return new Alert(
                new AlertId(Utc.uuid(row, "id")),
                AlertKind.valueOf(row.getString("kind")),
                Severity.valueOf(row.getString("severity")),
                full ? row.getString("text") : "",
                full ? row.getString("source") : null,
                Utc.instant(row, "recorded_at"),
                full ? new StaffId(Utc.uuid(row, "recorded_by")) : null);
    }

    private boolean exists(Collection<PersonId> people, AlertId alert) {
        return jdbc.sql("SELECT 1 FROM person_alert WHERE id = :id AND person_id IN (:people)")
                .param("id", alert.value())
                .param("people", PersonDetailsReader.values(people))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
