package org.relais.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/** One's own appointments that are over and of which nobody noted whether the person came. */
@Component
class AttendanceToday implements TodaySource {

    private static final Duration BACK = Duration.ofDays(14);
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AttendanceToday(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        var now = clock.instant();
        return jdbc.sql("""
                        SELECT a.person_id, a.centre_id, a.discipline, a.ends_at FROM agenda_appointment a
                        JOIN agenda_appointment_staff s ON s.appointment_id = a.id AND s.place = 0
                        WHERE s.staff_id = :actor AND a.state = 'PLANNED' AND a.person_id IS NOT NULL
                          AND a.ends_at <= :now AND a.starts_at > :from AND a.centre_id IN (:centres)
                          AND a.person_id NOT IN (:hidden)
                        ORDER BY a.ends_at, a.id LIMIT :limit""")
                .param("actor", scope.actor().id().value())
                .param("now", Utc.column(now))
                .param("from", Utc.column(now.minus(BACK)))
                .param("centres", Diaries.values(scope.centres()))
                .param("hidden", Diaries.values(scope.hidden()))
                .param("limit", MOST)
                .query((row, number) -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    return new TodayItem(
                            TodayItem.Kind.DUE,
                            Discipline.valueOf(row.getString("discipline")),
                            person,
                            TaskTitle.key("agenda.today.attendance"),
                            Utc.instant(row, "ends_at"),
                            new CentreId(Utc.uuid(row, "centre_id")),
                            PersonRoutes.record(person, AgendaRoutes.SECTION));
                })
                .list();
    }
}
