package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.EntryLevel;
import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Bed;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeEventId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/** Reads the lists of this room, each in one statement. */
@Component
class EpisodeRows {

    private static final int MOST_EVENTS = 200;

    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Centres centres;
    private final Clock clock;

    private final BedRows beds;

    EpisodeRows(JdbcClient jdbc, Centres centres, BedRows beds, Clock clock) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.beds = beds;
        this.clock = clock;
    }

    List<EpisodeRow> of(Grant grant) {
        return jdbc
                .sql("""
                        SELECT e.*, s.bed_id FROM episode_episode e
                        LEFT JOIN episode_stay s ON s.episode_id = e.id AND s.present = TRUE
                        WHERE e.person_id IN (:people)
                        ORDER BY e.live DESC, COALESCE(e.opened_at, e.waiting_since, e.enquired_at) DESC, e.id DESC""")
                .param("people", values(grant.people()))
                .query((row, number) -> episode(row, grant))
                .list()
                .stream()
                .filter(episode -> episode.level() != EntryLevel.HIDDEN)
                .toList();
    }

    private static final String TREATMENTS = """
            SELECT e.id, COALESCE(m.surviving_id, e.person_id) AS head, e.centre_id, e.unit_id, e.kind, e.opened_at,
                   e.ended_at
            FROM episode_episode e LEFT JOIN access_merge m ON m.absorbed_id = e.person_id AND m.live
            WHERE e.centre_id IN (:centres) AND e.opened_at IS NOT NULL""";

    List<TreatmentRow> treatments(Scope scope, Instant before) {
        return jdbc.sql(TREATMENTS + """
                         AND e.opened_at < :before AND (e.end_reason IS NULL OR e.end_reason <> 'ENTERED_IN_ERROR')
                        ORDER BY e.opened_at, e.id""")
                .param("centres", values(scope.centres()))
                .param("before", Utc.column(before))
                .query((row, number) -> treatment(row))
                .list();
    }

    List<TreatmentRow> treatmentsNow(Scope scope, Collection<PersonId> people) {
        return jdbc.sql(TREATMENTS + """
                         AND e.state = 'OPEN' AND e.person_id NOT IN (:hidden)
                          AND COALESCE(m.surviving_id, e.person_id) IN (:people)
                        ORDER BY e.opened_at, e.id""")
                .param("centres", values(scope.centres()))
                .param("hidden", values(scope.hidden()))
                .param("people", values(people))
                .query((row, number) -> treatment(row))
                .list();
    }

    private static TreatmentRow treatment(ResultSet row) throws SQLException {
        return new TreatmentRow(
                new EpisodeId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "head")),
                new CentreId(Utc.uuid(row, "centre_id")),
                new UnitId(Utc.uuid(row, "unit_id")),
                EpisodeKind.valueOf(row.getString("kind")),
                Utc.instant(row, "opened_at"),
                Utc.instantOrNull(row, "ended_at"));
    }

    List<EpisodeEventRow> history(Grant grant) {
        var full = grant.level(Section.ADMINISTRATIVE) == Level.READ;
        return jdbc.sql("""
                        SELECT v.* FROM episode_event v JOIN episode_episode e ON e.id = v.episode_id
                        WHERE v.person_id IN (:people) AND (:shared OR e.centre_id IN (:centres))
                          AND (v.unit_id NOT IN (:lockedUnits) OR v.recorded_by = :me)
                        ORDER BY v.at DESC, v.id DESC LIMIT :limit""")
                .param("people", values(grant.people()))
                .param("lockedUnits", values(grant.lockedUnits()))
                .param("me", grant.actor().id().value())
                .param("shared", grant.shares(Section.ADMINISTRATIVE))
                .param("centres", values(grant.centres()))
                .param("limit", MOST_EVENTS)
                .query((row, number) -> event(row, full))
                .list();
    }

    List<WaitingRow> waiting(Scope scope, WaitingFilter filter, int limit) {
        if (!scope.level().atLeast(Level.SUMMARY)) {
            return List.of();
        }
        var after = filter.after();
        var wanted = filter.centre() == null
                ? scope.centres()
                : scope.centres().contains(filter.centre()) ? Set.of(filter.centre()) : Set.<CentreId>of();
        return jdbc.sql("""
                        SELECT id, version, person_id, centre_id, unit_id, kind, priority, priority_reason, waiting_since
                        FROM episode_episode
                        WHERE state = 'WAITING' AND centre_id IN (:centres) AND person_id NOT IN (:hidden)
                          AND (:first OR (priority_rank, waiting_since, id) > (:rank, :since, :id))
                        ORDER BY priority_rank, waiting_since, id LIMIT :limit""")
                .param("centres", values(wanted))
                .param("hidden", values(scope.hidden()))
                .param("first", after == null)
                .param("rank", after == null ? 0 : after.priority().ordinal())
                .param("since", Utc.column(after == null ? Instant.EPOCH : after.since()))
                .param("id", after == null ? NOTHING : after.id().value())
                .param("limit", limit)
                .query((row, number) -> waiting(row))
                .list();
    }

    List<BedRow> beds(Scope scope, Unit unit) {
        return beds(scope, List.of(unit)).getOrDefault(unit.id(), List.of());
    }

    /** The beds of these units, all in two statements. */
    Map<UnitId, List<BedRow>> beds(Scope scope, Collection<Unit> units) {
        if (!units.stream().map(Unit::centre).allMatch(scope.centres()::contains)) {
            throw new NotFound();
        }
        var all = units.stream().flatMap(unit -> unit.beds().stream()).toList();
        var taken = jdbc
                .sql("""
                        SELECT o.bed_id, e.id, e.version, e.person_id, e.opened_at
                        FROM episode_bed_occupancy o
                        JOIN episode_stay s ON s.id = o.stay_id
                        JOIN episode_episode e ON e.id = s.episode_id
                        WHERE o.bed_id IN (:beds)""")
                .param("beds", values(all.stream().map(Bed::id).toList()))
                .query((row, number) -> new Occupant(
                        new BedId(Utc.uuid(row, "bed_id")),
                        new EpisodeId(Utc.uuid(row, "id")),
                        row.getLong("version"),
                        new PersonId(Utc.uuid(row, "person_id")),
                        Utc.instant(row, "opened_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Occupant::bed, Function.identity()));
        var states = beds.states(all);
        return units.stream()
                .collect(Collectors.toMap(
                        Unit::id,
                        unit -> unit.beds().stream()
                                .map(bed -> bed(
                                        bed,
                                        taken.get(bed.id()),
                                        unit.centre(),
                                        scope,
                                        states.getOrDefault(bed.id(), BedState.NEW)))
                                .toList()));
    }

    List<ExpectedRow> expected(Scope scope, Unit unit, int limit) {
        if (!scope.centres().contains(unit.centre())) {
            throw new NotFound();
        }
        if (!scope.level().atLeast(Level.SUMMARY)) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT id, version, person_id, state, priority, COALESCE(waiting_since, enquired_at) AS since
                        FROM episode_episode
                        WHERE unit_id = :unit AND live AND state IN ('WAITING', 'ENQUIRY')
                          AND person_id NOT IN (:hidden)
                        ORDER BY state DESC, priority_rank, since, id LIMIT :limit""")
                .param("unit", unit.id().value())
                .param("hidden", values(scope.hidden()))
                .param("limit", limit)
                .query((row, number) -> new ExpectedRow(
                        new EpisodeId(Utc.uuid(row, "id")),
                        row.getLong("version"),
                        new PersonId(Utc.uuid(row, "person_id")),
                        null,
                        EpisodeState.valueOf(row.getString("state")),
                        named(Priority.class, row.getString("priority")),
                        Utc.instant(row, "since")))
                .list();
    }

    Map<PersonId, Bed> bedsOf(Scope scope, Collection<PersonId> people) {
        var found = new HashMap<PersonId, Bed>();
        if (people.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT e.person_id, o.bed_id
                        FROM episode_episode e
                        JOIN episode_stay s ON s.episode_id = e.id AND s.present = TRUE
                        JOIN episode_bed_occupancy o ON o.stay_id = s.id
                        WHERE e.person_id IN (:people) AND e.person_id NOT IN (:hidden) AND e.centre_id IN (:centres)""")
                .param("people", values(people))
                .param("hidden", values(scope.hidden()))
                .param("centres", values(scope.centres()))
                .query(row -> {
                    var person = new PersonId(Utc.uuid(row, "person_id"));
                    centres.bed(new BedId(Utc.uuid(row, "bed_id"))).ifPresent(bed -> found.put(person, bed));
                });
        return found;
    }

    Map<PersonId, Set<UnitId>> unitsOf(Scope scope, CentreId centre, Collection<PersonId> people) {
        var found = new HashMap<PersonId, Set<UnitId>>();
        if (people.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT person_id, unit_id FROM episode_episode
                        WHERE person_id IN (:people) AND person_id NOT IN (:hidden) AND centre_id = :centre AND live""")
                .param("people", values(people))
                .param("hidden", values(scope.hidden()))
                .param("centre", centre.value())
                .query(row -> {
                    found.computeIfAbsent(new PersonId(Utc.uuid(row, "person_id")), _ -> new HashSet<>())
                            .add(new UnitId(Utc.uuid(row, "unit_id")));
                });
        return found;
    }

    List<Bed> freeBeds(Unit unit) {
        var taken = Set.copyOf(jdbc.sql("SELECT bed_id FROM episode_bed_occupancy WHERE bed_id IN (:beds)")
                .param("beds", values(unit.beds().stream().map(Bed::id).toList()))
                .query(UUID.class)
                .list());
        var states = beds.states(unit.beds());
        return unit.beds().stream()
                .filter(bed -> !taken.contains(bed.id().value())
                        && states.getOrDefault(bed.id(), BedState.NEW).condition() != BedCondition.CLOSED)
                .toList();
    }

    private EpisodeRow episode(ResultSet row, Grant grant) throws SQLException {
        var centre = new CentreId(Utc.uuid(row, "centre_id"));
        var level = grant.entryLevel(Section.ADMINISTRATIVE, centre, new UnitId(Utc.uuid(row, "unit_id")), false);
        var full = level == EntryLevel.FULL;
        var known = full || level == EntryLevel.SUMMARY;
        var state = EpisodeState.valueOf(row.getString("state"));
        var bed = Utc.uuidOrNull(row, "bed_id");
        var since = since(row, state);
        return new EpisodeRow(
                new EpisodeId(Utc.uuid(row, "id")),
                row.getLong("version"),
                centre,
                known ? new UnitId(Utc.uuid(row, "unit_id")) : null,
                EpisodeKind.valueOf(row.getString("kind")),
                state,
                since,
                state == EpisodeState.OPEN ? day(centre, since) : 0,
                full && bed != null ? new BedId(bed) : null,
                known ? named(Priority.class, row.getString("priority")) : null,
                full ? row.getString("priority_reason") : null,
                Utc.instantOrNull(row, "ended_at"),
                full ? named(EndReason.class, row.getString("end_reason")) : null,
                full ? named(Destination.class, row.getString("destination")) : null,
                level);
    }

    private static Instant since(ResultSet row, EpisodeState state) throws SQLException {
        return switch (state) {
            case ENQUIRY -> Utc.instant(row, "enquired_at");
            case WAITING -> Utc.instant(row, "waiting_since");
            case OPEN -> Utc.instant(row, "opened_at");
            case CLOSED -> {
                var opened = Utc.instantOrNull(row, "opened_at");
                yield opened == null ? Utc.instant(row, "enquired_at") : opened;
            }
        };
    }

    private static EpisodeEventRow event(ResultSet row, boolean full) throws SQLException {
        var bed = Utc.uuidOrNull(row, "bed_id");
        var by = Utc.uuid(row, "recorded_by");
        return new EpisodeEventRow(
                new EpisodeEventId(Utc.uuid(row, "id")),
                new EpisodeId(Utc.uuid(row, "episode_id")),
                EpisodeAct.valueOf(row.getString("act")),
                Utc.instant(row, "at"),
                by.equals(NOTHING) ? null : new StaffId(by),
                new UnitId(Utc.uuid(row, "unit_id")),
                full && bed != null ? new BedId(bed) : null,
                named(Priority.class, row.getString("priority")),
                full ? named(EndReason.class, row.getString("end_reason")) : null,
                full ? named(Destination.class, row.getString("destination")) : null,
                full ? row.getString("note") : null);
    }

    private WaitingRow waiting(ResultSet row) throws SQLException {
        var since = Utc.instant(row, "waiting_since");
        return new WaitingRow(
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
                Duration.between(since, clock.instant()).toDays());
    }

    private BedRow bed(Bed bed, @Nullable Occupant occupant, CentreId centre, Scope scope, BedState found) {
        var naming = scope.level().atLeast(Level.SUMMARY);
        var kept = found.reservation();
        var hidden = kept != null
                && (!naming || (kept.person() != null && scope.hidden().contains(kept.person())));
        var state = kept != null && hidden ? found.with(kept.nameless()) : found;
        var named = occupant != null && naming && !scope.hidden().contains(occupant.person());
        if (occupant == null || !named) {
            return new BedRow(bed, occupant != null, null, null, null, 0, null, 0, state);
        }
        return new BedRow(
                bed,
                true,
                occupant.person(),
                null,
                occupant.episode(),
                occupant.version(),
                occupant.since(),
                day(centre, occupant.since()),
                state);
    }

    private int day(CentreId centre, Instant since) {
        var service = centres.centre(centre).serviceDay();
        return Math.toIntExact(ChronoUnit.DAYS.between(service.of(since), service.of(clock.instant()))) + 1;
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    // An empty IN list is not SQL; the nil UUID matches nothing.
    private static List<UUID> values(Collection<? extends Id> ids) {
        return Stream.concat(Stream.of(NOTHING), ids.stream().map(Id::value)).toList();
    }

    private record Occupant(BedId bed, EpisodeId episode, long version, PersonId person, Instant since) {}
}
