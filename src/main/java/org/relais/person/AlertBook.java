package org.relais.person;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Level;
import org.relais.shared.AlertId;
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
                .query((row, number) -> new Alert(
                        new AlertId(Utc.uuid(row, "id")),
                        AlertKind.valueOf(row.getString("kind")),
                        Severity.valueOf(row.getString("severity")),
                        full ? row.getString("text") : "",
                        full ? row.getString("source") : null,
                        Utc.instant(row, "recorded_at"),
                        full ? new StaffId(Utc.uuid(row, "recorded_by")) : null))
                .list()
                .stream()
                .sorted(Comparator.comparing(Alert::severity).thenComparing(Alert::recordedAt))
                .toList();
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
