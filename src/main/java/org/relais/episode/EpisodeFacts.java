package org.relais.episode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.centre.Bed;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.episode.CountedEpisode.InUnit;
import org.relais.indicator.Fact;
import org.relais.indicator.FactSource;
import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.EpisodeId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.ServiceDay;
import org.relais.shared.StayId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * Occupancy, length of stay, retention, waiting time and readmission, from the episodes and stays; how they count says
 * {@link EpisodeCounting}. What was entered in error is not read. Of records that are one the surviving one has all
 * facts, and the absorbed ones none.
 *
 * <p>A bed is available from {@link #ALWAYS} on, and not in the nights of the service days at whose end it was closed.
 */
@Component
class EpisodeFacts implements FactSource {

    /** Since when there are beds: of none it is known when it was made. */
    static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String PEOPLE = "people";

    private final JdbcClient jdbc;
    private final Centres centres;
    private final AccessService access;

    EpisodeFacts(JdbcClient jdbc, Centres centres, AccessService access) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.access = access;
    }

    @Override
    public Set<String> figures() {
        return EpisodeCounting.FIGURES;
    }

    @Override
    public List<Fact> facts(Scope scope, Collection<PersonId> people) {
        access.requireTask(scope, Purpose.COORDINATION);
        if (people.isEmpty()) {
            return List.of();
        }
        var records = records(people);
        var episodes = episodes(records.keySet());
        var together = new LinkedHashMap<PersonId, List<CountedEpisode>>();
        records.forEach((record, person) -> together.computeIfAbsent(person, _ -> new ArrayList<>())
                .addAll(episodes.getOrDefault(record, List.of())));
        var calendars = new HashMap<CentreId, ServiceDay>();
        var counting = new EpisodeCounting(centre ->
                calendars.computeIfAbsent(centre, known -> centres.centre(known).serviceDay()));
        var facts = new ArrayList<Fact>();
        together.forEach((person, treatments) -> facts.addAll(counting.of(person, treatments)));
        return facts;
    }

    @Override
    public List<PersonId> people(Scope scope, @Nullable PersonId after, int most) {
        access.requireTask(scope, Purpose.COORDINATION);
        return jdbc.sql("""
                        (SELECT e.person_id AS id FROM episode_episode e
                         WHERE e.person_id > :after AND NOT EXISTS
                             (SELECT 1 FROM access_merge m WHERE m.absorbed_id = e.person_id AND m.live)
                         GROUP BY e.person_id ORDER BY e.person_id LIMIT :most)
                        UNION
                        (SELECT m.surviving_id FROM access_merge m
                         WHERE m.live AND m.surviving_id > :after AND EXISTS
                             (SELECT 1 FROM episode_episode e WHERE e.person_id = m.absorbed_id)
                         GROUP BY m.surviving_id ORDER BY m.surviving_id LIMIT :most)
                        ORDER BY id LIMIT :most""")
                .param("after", after == null ? NOBODY : after.value())
                .param("most", most)
                .query((row, _) -> new PersonId(Utc.uuid(row, "id")))
                .list();
    }

    @Override
    public List<Fact> standing(Scope scope) {
        access.requireTask(scope, Purpose.COORDINATION);
        var openings = openings();
        var facts = new ArrayList<Fact>();
        for (var centre : centres.all()) {
            for (var unit : centre.units()) {
                for (var bed : unit.beds()) {
                    facts.add(available(centre, bed, ALWAYS, 1));
                    changes(centre, openings.getOrDefault(bed.id(), List.of()))
                            .forEach((day, change) -> facts.add(available(centre, bed, day, change)));
                }
            }
        }
        return facts;
    }

    /** That a bed was closed, or opened again. */
    private record Opening(Instant at, boolean open) {}

    // In the order in which it was done
    private Map<BedId, List<Opening>> openings() {
        var found = new HashMap<BedId, List<Opening>>();
        jdbc.sql("""
                        SELECT bed_id, act, at FROM episode_bed_event WHERE act IN ('CLOSED', 'REOPENED', 'CLEANED')
                        ORDER BY recorded_at, id""").query(row -> {
            found.computeIfAbsent(new BedId(Utc.uuid(row, "bed_id")), _ -> new ArrayList<>())
                    .add(new Opening(Utc.instant(row, "at"), BedAct.valueOf(row.getString("act")) != BedAct.CLOSED));
        });
        return found;
    }

    // How it stands at the end of a day counts; closed twice is closed once
    private static Map<LocalDate, Integer> changes(Centre centre, List<Opening> openings) {
        var ends = new TreeMap<LocalDate, Boolean>();
        openings.forEach(opening -> ends.put(centre.serviceDay().of(opening.at()), opening.open()));
        var changes = new TreeMap<LocalDate, Integer>();
        var before = true;
        for (var end : ends.entrySet()) {
            var open = end.getValue();
            if (open != before) {
                changes.put(end.getKey(), open ? 1 : -1);
            }
            before = open;
        }
        return changes;
    }

    private static Fact available(Centre centre, Bed bed, LocalDate day, int beds) {
        return new Fact(EpisodeCounting.OCCUPANCY, bed.id().value(), centre.id(), bed.unit(), null, day, 0, beds, null);
    }

    /** Every record of these people, with the surviving one; nothing for those that were absorbed. */
    private Map<PersonId, PersonId> records(Collection<PersonId> people) {
        var absorbed = new HashMap<PersonId, PersonId>();
        jdbc.sql("""
                        SELECT absorbed_id, surviving_id FROM access_merge
                        WHERE live AND absorbed_id IN (:people)
                        UNION
                        SELECT absorbed_id, surviving_id FROM access_merge
                        WHERE live AND surviving_id IN (:people)""").param(PEOPLE, values(people)).query(row -> {
            absorbed.put(new PersonId(Utc.uuid(row, "absorbed_id")), new PersonId(Utc.uuid(row, "surviving_id")));
        });
        var asked = new HashSet<>(people);
        asked.removeAll(absorbed.keySet());
        var records = new LinkedHashMap<PersonId, PersonId>();
        asked.forEach(person -> records.put(person, person));
        absorbed.forEach((record, surviving) -> {
            if (asked.contains(surviving)) {
                records.put(record, surviving);
            }
        });
        return records;
    }

    private Map<PersonId, List<CountedEpisode>> episodes(Collection<PersonId> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var stays = stays(records);
        var found = new HashMap<PersonId, List<CountedEpisode>>();
        jdbc.sql("""
                        SELECT e.*, COALESCE(v.unit_id, e.unit_id) AS first_unit
                        FROM episode_episode e
                        LEFT JOIN episode_event v
                            ON v.episode_id = e.id AND v.act IN ('ADMITTED', 'OUTPATIENT_STARTED')
                        WHERE e.person_id IN (:people) AND e.opened_at IS NOT NULL
                          AND (e.end_reason IS NULL OR e.end_reason <> 'ENTERED_IN_ERROR')""").param(PEOPLE, values(records)).query(row -> {
            var id = new EpisodeId(Utc.uuid(row, "id"));
            found.computeIfAbsent(new PersonId(Utc.uuid(row, "person_id")), _ -> new ArrayList<>())
                    .add(episode(row, id, stays.getOrDefault(id, List.of())));
        });
        return found;
    }

    private static CountedEpisode episode(ResultSet row, EpisodeId id, List<InUnit> stays) throws SQLException {
        var waiting = Utc.instantOrNull(row, "waiting_since");
        var priority = row.getString("priority");
        var reason = row.getString("end_reason");
        return new CountedEpisode(
                id,
                new CentreId(Utc.uuid(row, "centre_id")),
                new UnitId(Utc.uuid(row, "first_unit")),
                waiting == null ? Utc.instantOrNull(row, "enquired_at") : waiting,
                waiting,
                priority == null ? null : Priority.valueOf(priority),
                Utc.uuidOrNull(row, "comes_from") != null,
                Utc.instant(row, "opened_at"),
                Utc.instantOrNull(row, "ended_at"),
                reason == null ? null : EndReason.valueOf(reason),
                stays);
    }

    // A move to another bed of the unit breaks nothing
    private Map<EpisodeId, List<InUnit>> stays(Collection<PersonId> records) {
        var kept = kept(records);
        var found = new HashMap<EpisodeId, List<InUnit>>();
        jdbc.sql("""
                        SELECT s.* FROM episode_stay s JOIN episode_episode e ON e.id = s.episode_id
                        WHERE e.person_id IN (:people)
                        ORDER BY s.episode_id, s.begins_at, s.ends_at IS NULL, s.ends_at, s.id""").param(PEOPLE, values(records)).query(row -> {
            var begins = Utc.instant(row, "begins_at");
            var bed = Utc.uuidOrNull(row, "bed_id");
            var stay = new InUnit(
                    new StayId(Utc.uuid(row, "id")),
                    new UnitId(Utc.uuid(row, "unit_id")),
                    begins,
                    Utc.instantOrNull(row, "ends_at"),
                    bed == null ? null : kept.get(new Coming(bed, begins)));
            var before = found.computeIfAbsent(new EpisodeId(Utc.uuid(row, "episode_id")), _ -> new ArrayList<>());
            if (!before.isEmpty()
                    && before.getLast().goesOnIn(stay)
                    && before.getLast().unit().equals(stay.unit())) {
                before.add(before.removeLast().until(stay.ends()));
            } else {
                before.add(stay);
            }
        });
        return found;
    }

    /** That somebody comes into a bed. */
    private record Coming(UUID bed, Instant at) {}

    /** Since when the beds were kept into which these people came. */
    private Map<Coming, Instant> kept(Collection<PersonId> records) {
        var found = new HashMap<Coming, Instant>();
        jdbc.sql("""
                        SELECT f.bed_id, f.at, r.at AS kept_at FROM episode_bed_event f
                        JOIN episode_bed_event r
                            ON r.person_id = f.person_id AND r.act = 'RESERVED' AND r.reservation_id = f.reservation_id
                        WHERE f.person_id IN (:people) AND f.act = 'FULFILLED'""").param(PEOPLE, values(records)).query(row -> {
            found.put(new Coming(Utc.uuid(row, "bed_id"), Utc.instant(row, "at")), Utc.instant(row, "kept_at"));
        });
        return found;
    }

    private static List<UUID> values(Collection<PersonId> people) {
        return people.stream().map(Id::value).toList();
    }
}
