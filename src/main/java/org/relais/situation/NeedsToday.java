package org.relais.situation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * Whose needs are to be rated anew, for the "my day" of those who rate them: three months after the last time, and at
 * exit. Nobody is asked for a first rating here. People who locked the section are left out, and so is whom the centre
 * neither cares for nor follows any more.
 */
@Component
class NeedsToday implements TodaySource {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final SituationLists lists;
    private final SituationDays days;
    private final Clock clock;

    NeedsToday(JdbcClient jdbc, AccessService access, SituationLists lists, SituationDays days, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.lists = lists;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (!access.roleWrites(Section.SOCIAL) || scope.centres().isEmpty()) {
            return List.of();
        }
        var matrix = lists.matrix();
        // A centre may be a day ahead of the reader's; what is not due there yet is left out below
        var since = day.plusDays(matrix.remindDays() + 1L)
                .minusMonths(matrix.reassessMonths())
                .plusDays(3);
        var lines = new LinkedHashMap<PersonId, TodayItem>();
        for (var last : last(scope, since)) {
            item(last, matrix).ifPresent(item -> lines.putIfAbsent(last.person(), item));
        }
        return List.copyOf(lines.values());
    }

    private Optional<TodayItem> item(Last last, NeedsMatrix matrix) {
        var left = last.leftOn();
        var due = left == null ? last.assessedOn().plusMonths(matrix.reassessMonths()) : left;
        if (days.until(last.centre(), due) > matrix.remindDays()) {
            return Optional.empty();
        }
        return Optional.of(new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.SOCIAL,
                last.person(),
                TaskTitle.key(left == null ? "situation.today.reassess" : "situation.today.exit"),
                days.endOf(last.centre(), due),
                due,
                last.centre(),
                PersonRoutes.record(last.person(), SituationRoutes.SECTION)));
    }

    private List<Last> last(Scope scope, LocalDate since) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT COALESCE(m.surviving_id, a.person_id) AS head, a.centre_id, a.assessed_on,
                                   (SELECT MAX(x.left_on) FROM situation_exit x
                                    WHERE x.person_id = a.person_id AND x.centre_id = a.centre_id
                                      AND x.recorded_at > a.signed_at) AS left_on
                            FROM situation_assessment a
                            LEFT JOIN access_merge m ON m.absorbed_id = a.person_id AND m.live
                            WHERE a.centre_id IN (:centres) AND a.occasion <> 'EXIT'
                              AND (a.unit_id IS NULL OR a.unit_id IN (:units) OR a.centre_id IN (:whole))
                              AND a.person_id NOT IN (:hidden)
                              AND (m.surviving_id IS NULL OR m.surviving_id NOT IN (:hidden))
                              AND NOT EXISTS (SELECT 1 FROM situation_assessment s WHERE s.supersedes_id = a.id)
                              AND NOT EXISTS (
                                  SELECT 1 FROM situation_assessment n
                                  WHERE n.person_id = a.person_id AND n.centre_id = a.centre_id
                                    AND (n.assessed_on > a.assessed_on
                                         OR (n.assessed_on = a.assessed_on AND n.signed_at > a.signed_at))
                                    AND NOT EXISTS (SELECT 1 FROM situation_assessment t WHERE t.supersedes_id = n.id))
                              AND NOT EXISTS (SELECT 1 FROM access_lock l
                                              WHERE l.person_id IN (a.person_id, m.surviving_id)
                                                AND l.section = 'SOCIAL' AND l.in_force)
                              AND EXISTS (SELECT 1 FROM access_care_relation c
                                          WHERE c.person_id IN (a.person_id, m.surviving_id)
                                            AND c.centre_id = a.centre_id AND c.kind <> 'KEY_WORKER'
                                            AND (c.ends_at IS NULL OR c.ends_at > :now))) held
                        WHERE assessed_on <= :since OR left_on IS NOT NULL
                        ORDER BY assessed_on LIMIT :most""")
                .param("centres", Columns.values(scope.centres()))
                .param("units", Columns.values(scope.units()))
                .param("whole", Columns.values(scope.actor().wholeCentres()))
                .param("hidden", Columns.values(scope.hidden()))
                .param("since", since)
                .param("now", Utc.column(clock.instant()))
                .param("most", MOST)
                .query(NeedsToday::row)
                .list();
    }

    private static Last row(ResultSet row, int number) throws SQLException {
        return new Last(
                new PersonId(Utc.uuid(row, "head")),
                new CentreId(Utc.uuid(row, "centre_id")),
                row.getObject("assessed_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class));
    }

    /** @param leftOn when the person left since; null when they did not */
    private record Last(
            PersonId person,
            CentreId centre,
            LocalDate assessedOn,
            @Nullable LocalDate leftOn) {}
}
