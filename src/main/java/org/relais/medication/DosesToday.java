package org.relais.medication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PersonRoutes;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.TodayItem;
import org.relais.worklist.TodaySource;

/**
 * The scheduled doses nobody has answered, for a nurse's "my day": one line a person and time, without a drug's name.
 * People who locked the section are left out.
 */
@Component
class DosesToday implements TodaySource {

    private static final Duration BACK = Duration.ofHours(24);
    private static final Duration AHEAD = Duration.ofHours(8);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final MedicationDefinitions definitions;
    private final Clock clock;

    DosesToday(JdbcClient jdbc, AccessService access, MedicationDefinitions definitions, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.definitions = definitions;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(Scope scope, LocalDate day) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (scope.actor().role() != Role.NURSE || scope.centres().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var lines = new LinkedHashMap<Line, Integer>();
        for (var open : orders(scope, now)) {
            var order = open.order();
            var zone = definitions.zone(order.centre());
            DoseSchedule.slots(order, now.minus(BACK), now.plus(AHEAD), zone).stream()
                    .filter(slot -> !open.answered().contains(slot.name()))
                    .forEach(slot -> lines.merge(new Line(open.person(), order.centre(), slot.at()), 1, Integer::sum));
        }
        return lines.entrySet().stream()
                .map(line -> item(line.getKey(), line.getValue()))
                .limit(MOST)
                .toList();
    }

    private static TodayItem item(Line line, int doses) {
        return new TodayItem(
                TodayItem.Kind.DUE,
                Discipline.MEDICAL,
                line.person(),
                doses == 1
                        ? TaskTitle.key("medication.today.doses.one")
                        : TaskTitle.key("medication.today.doses", String.valueOf(doses)),
                line.at(),
                line.centre(),
                PersonRoutes.record(line.person(), MedicationRoutes.SECTION));
    }

    private List<Open> orders(Scope scope, Instant now) {
        return jdbc.sql("""
                        SELECT COALESCE(m.surviving_id, o.person_id) AS head, o.*, s.stopped_at, s.cause,
                               s.reason AS stop_reason, s.recorded_by AS stopped_by,
                               (SELECT GROUP_CONCAT(CONCAT(a.slot_day, 'T', a.slot_time)) FROM medication_slot a
                                WHERE a.course_id = o.course_id AND a.slot_day >= :day) AS answered
                        FROM medication_order o
                        LEFT JOIN access_merge m ON m.absorbed_id = o.person_id AND m.live
                        LEFT JOIN medication_stop s ON s.order_id = o.id AND NOT EXISTS (
                            SELECT 1 FROM medication_stop e WHERE e.order_id = s.order_id
                              AND (e.stopped_at < s.stopped_at OR (e.stopped_at = s.stopped_at AND e.cause < s.cause)))
                        WHERE o.kind IN ('SCHEDULED', 'TAPER') AND o.centre_id IN (:centres)
                          AND (o.unit_id IS NULL OR o.unit_id IN (:units) OR o.centre_id IN (:whole))
                          AND o.person_id NOT IN (:hidden) AND (m.surviving_id IS NULL OR m.surviving_id NOT IN (:hidden))
                          AND (o.ends_at IS NULL OR o.ends_at > :since)
                          AND (s.stopped_at IS NULL OR s.stopped_at > :since)
                          AND NOT EXISTS (SELECT 1 FROM access_lock l
                                          WHERE l.person_id IN (o.person_id, m.surviving_id) AND l.section = 'MEDICAL'
                                            AND l.in_force)
                        ORDER BY o.starts_at, o.id LIMIT 1000""")
                .param("centres", values(scope.centres()))
                .param("units", values(scope.units()))
                .param("whole", values(scope.actor().wholeCentres()))
                .param("hidden", values(scope.hidden()))
                .param("since", Utc.column(now.minus(BACK)))
                .param(
                        "day",
                        LocalDate.ofInstant(now.minus(BACK), java.time.ZoneOffset.UTC)
                                .minusDays(2))
                .query(DosesToday::open)
                .list();
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                new PersonId(Utc.uuid(row, "head")), OrderTable.row(row, number), names(row.getString("answered")));
    }

    private static Set<SlotName> names(@org.jspecify.annotations.Nullable String answered) {
        return answered == null
                ? Set.of()
                : Arrays.stream(answered.split(",", -1))
                        .map(text -> new SlotName(
                                LocalDate.parse(text.substring(0, 10)), LocalTime.parse(text.substring(11))))
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return new ArrayList<>(
                Stream.concat(Stream.of(new UUID(0, 0)), ids.stream().map(Id::value))
                        .toList());
    }

    private record Open(PersonId person, MedicationOrder order, Set<SlotName> answered) {}

    private record Line(PersonId person, CentreId centre, Instant at) {}
}
