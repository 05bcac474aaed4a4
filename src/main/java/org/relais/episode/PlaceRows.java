package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.Scope;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads who waits across the centres, and which beds should become free; one statement each. */
@Component
class PlaceRows {

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Centres centres;
    private final Clock clock;

    PlaceRows(JdbcClient jdbc, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.clock = clock;
    }

    List<PlaceWaiting> waiting(Scope scope, PlaceFilter filter, int limit) {
        var after = filter.after();
        var now = clock.instant();
        var centre = filter.centre();
        var priority = filter.priority();
        var kind = filter.kind();
        return jdbc.sql("""
                        SELECT e.id, e.version, e.person_id, e.centre_id, e.unit_id, e.kind, e.priority,
                               e.priority_reason, e.waiting_since, o.state AS offer
                        FROM episode_episode e
                        LEFT JOIN episode_place_offer o ON o.episode_id = e.id AND o.live
                             AND (o.state = 'ACCEPTED' OR o.holds_until > :now)
                        WHERE e.state = 'WAITING' AND e.person_id NOT IN (:hidden)
                          AND (:everywhere OR e.centre_id = :centre)
                          AND (:everyPriority OR e.priority = :priority)
                          AND (:everyKind OR e.kind = :kind)
                          AND (:first OR (e.priority_rank, e.waiting_since, e.id) > (:rank, :since, :id))
                        ORDER BY e.priority_rank, e.waiting_since, e.id LIMIT :limit""")
                .param("now", Utc.column(now))
                .param("hidden", values(scope.hidden()))
                .param("everywhere", centre == null)
                .param("centre", centre == null ? NOTHING : centre.value())
                .param("everyPriority", priority == null)
                .param("priority", priority == null ? "" : priority.name())
                .param("everyKind", kind == null)
                .param("kind", kind == null ? "" : kind.name())
                .param("first", after == null)
                .param("rank", after == null ? 0 : after.priority().ordinal())
                .param("since", Utc.column(after == null ? Instant.EPOCH : after.since()))
                .param("id", after == null ? NOTHING : after.id().value())
                .param("limit", limit)
                .query((row, number) -> waiting(row, now))
                .list();
    }

    /** What should become free until that many days from now, and what should be free already, the first first. */
    Map<UnitId, List<ExpectedFree>> expected(Scope scope, Collection<Unit> units, int days) {
        var now = clock.instant();
        var beds = units.stream()
                .flatMap(unit -> unit.beds().stream())
                .collect(Collectors.toMap(Bed::id, Function.identity()));
        var byId = units.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var found = new HashMap<UnitId, List<ExpectedFree>>();
        jdbc.sql("""
                        SELECT o.bed_id, e.person_id, p.planned_on
                        FROM episode_bed_occupancy o
                        JOIN episode_stay s ON s.id = o.stay_id
                        JOIN episode_episode e ON e.id = s.episode_id
                        JOIN episode_planned_discharge p ON p.episode_id = e.id AND p.id =
                            (SELECT l.id FROM episode_planned_discharge l WHERE l.episode_id = e.id
                             ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1)
                        WHERE o.bed_id IN (:beds) AND p.planned_on <= :until AND e.person_id NOT IN (:hidden)
                        ORDER BY p.planned_on, o.bed_id""")
                .param("beds", values(beds.keySet()))
                .param("until", LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days + 1L))
                .param("hidden", values(scope.hidden()))
                .query(row -> {
                    var bed = Objects.requireNonNull(beds.get(new BedId(Utc.uuid(row, "bed_id"))));
                    var on = row.getObject("planned_on", LocalDate.class);
                    var unit = Objects.requireNonNull(byId.get(bed.unit()));
                    var left = centres.centre(unit.centre()).serviceDay().daysUntil(on, now);
                    if (left < days) {
                        found.computeIfAbsent(unit.id(), _ -> new ArrayList<>())
                                .add(new ExpectedFree(bed, on, left, new PersonId(Utc.uuid(row, "person_id")), null));
                    }
                });
        return found;
    }

    private static PlaceWaiting waiting(ResultSet row, Instant now) throws SQLException {
        var since = Utc.instant(row, "waiting_since");
        var offer = row.getString("offer");
        return new PlaceWaiting(
                new EpisodeId(Utc.uuid(row, "id")),
                row.getLong("version"),
                new PersonId(Utc.uuid(row, "person_id")),
                null,
                new CentreId(Utc.uuid(row, "centre_id")),
                new UnitId(Utc.uuid(row, "unit_id")),
                EpisodeKind.valueOf(row.getString("kind")),
                Priority.valueOf(row.getString("priority")),
                row.getString("priority_reason"),
                since,
                Duration.between(since, now).toDays(),
                offer == null ? null : PlaceOfferState.valueOf(offer));
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }
}
