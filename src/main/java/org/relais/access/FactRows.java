package org.relais.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.PersonId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.StaffMember;

/** Reads what a decision rests on, from the tables of this room, in one statement each. */
@Component
class FactRows {

    /** The surviving record of a person and every record it absorbed: {@code people} with one row each. */
    private static final String PEOPLE = """
            WITH head AS (
                SELECT COALESCE((SELECT m.surviving_id FROM access_merge m WHERE m.absorbed_id = :person AND m.live),
                                CAST(:person AS UUID)) AS id),
            people AS (
                SELECT h.id, CAST(NULL AS DATETIME(6)) AS merged FROM head h
                UNION ALL
                SELECT m.absorbed_id, m.linked_at FROM access_merge m JOIN head h ON m.surviving_id = h.id
                WHERE m.live)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    FactRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Facts read(StaffMember actor, PersonId person) {
        var facts = new Facts(actor);
        jdbc.sql(PEOPLE + """
                        SELECT 'PERSON' AS fact, p.person_id AS one, h.id AS other, p.version AS number,
                               NULL AS words, g.merged AS since, NULL AS until
                        FROM access_person p JOIN people g ON g.id = p.person_id JOIN head h
                        UNION ALL
                        SELECT 'RELATION', r.centre_id, r.unit_id, 0, NULL, NULL, r.ends_at
                        FROM access_care_relation r JOIN people g ON g.id = r.person_id
                        WHERE r.begins_at <= :now AND (r.ends_at IS NULL OR r.ends_at > :now)
                          AND ((r.staff_id = :staff AND (r.beyond_centre OR r.centre_id IN (:works)))
                               OR r.unit_id IN (:units)
                               OR (r.staff_id IS NULL AND r.centre_id IN (:whole)))
                        UNION ALL
                        SELECT 'CONSENT', c.person_id, c.recipient_centre_id, 0, c.sections, c.given_at, c.until_at
                        FROM access_sharing_consent c JOIN people g ON g.id = c.person_id
                        WHERE c.withdrawn_at IS NULL AND c.organisation IS NULL AND c.purpose = 'CARE'
                          AND c.given_at <= :now AND (c.until_at IS NULL OR c.until_at > :now)
                        UNION ALL
                        SELECT 'LOCK', l.centre_id, l.unit_id, 0, l.section, NULL, NULL
                        FROM access_lock l JOIN people g ON g.id = l.person_id WHERE l.in_force
                        UNION ALL
                        SELECT 'PROTECTION', x.person_id, NULL,
                               EXISTS (SELECT 1 FROM access_protection_staff s
                                       WHERE s.person_id = x.person_id AND s.staff_id = :staff), NULL, NULL, NULL
                        FROM access_protection x JOIN people g ON g.id = x.person_id
                        UNION ALL
                        SELECT 'EMERGENCY', e.person_id, NULL, 0, NULL, NULL, e.ends_at
                        FROM access_emergency e JOIN people g ON g.id = e.person_id
                        WHERE e.staff_id = :staff AND e.begins_at <= :now AND e.ends_at > :now""")
                .param("now", Utc.column(clock.instant()))
                .param("person", person.value())
                .param("staff", actor.id().value())
                // A relation of their own ends with the work in its centre, unless it was given to them beyond it
                .param("works", values(actor.centres()))
                .param("units", values(actor.units()))
                .param("whole", values(actor.wholeCentres()))
                .query(row -> {
                    add(facts, row);
                });
        return facts;
    }

    /** The versions of these records together. */
    long version(Collection<PersonId> people) {
        return jdbc.sql("SELECT COALESCE(SUM(version), -1) FROM access_person WHERE person_id IN (:people)")
                .param("people", values(people))
                .query(Long.class)
                .single();
    }

    /** Whom the lists of this member of staff leave out, and whom they may name beside the people of their centres. */
    Reach reach(StaffMember actor) {
        var hidden = new HashSet<PersonId>();
        var beyond = new HashSet<PersonId>();
        jdbc.sql("""
                        WITH hidden AS (
                            SELECT x.person_id AS id FROM access_protection x
                            WHERE NOT EXISTS (SELECT 1 FROM access_protection_staff s
                                              WHERE s.person_id = x.person_id AND s.staff_id = :staff)),
                        heads AS (
                            SELECT h.id FROM hidden h
                            UNION SELECT m.surviving_id FROM access_merge m JOIN hidden h ON h.id = m.absorbed_id
                            WHERE m.live)
                        SELECT TRUE AS hidden, id FROM heads
                        UNION SELECT TRUE, m.absorbed_id FROM access_merge m JOIN heads h ON h.id = m.surviving_id
                        WHERE m.live
                        UNION SELECT FALSE, r.person_id FROM access_care_relation r
                        WHERE r.staff_id = :staff AND r.beyond_centre
                          AND r.begins_at <= :now AND (r.ends_at IS NULL OR r.ends_at > :now)""")
                .param("staff", actor.id().value())
                .param("now", Utc.column(clock.instant()))
                .query(row -> {
                    (row.getBoolean("hidden") ? hidden : beyond).add(new PersonId(Utc.uuid(row, "id")));
                });
        beyond.removeAll(hidden);
        return new Reach(hidden, beyond);
    }

    /** Which of these people locked the section, in any of the records that became one. */
    Set<PersonId> lockedBy(Collection<PersonId> people, Section section) {
        if (people.isEmpty() || !section.lockable()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        SELECT p.person_id FROM (
                            SELECT a.person_id, COALESCE(m.surviving_id, a.person_id) AS head FROM access_person a
                            LEFT JOIN access_merge m ON m.absorbed_id = a.person_id AND m.live
                            WHERE a.person_id IN (:people)) p
                        WHERE EXISTS (SELECT 1 FROM access_lock l
                                      WHERE l.in_force AND l.section = :section AND l.person_id = p.head)
                           OR EXISTS (SELECT 1 FROM access_lock l
                                      JOIN access_merge m ON m.absorbed_id = l.person_id AND m.live
                                      WHERE l.in_force AND l.section = :section AND m.surviving_id = p.head)""")
                .param("section", section.name())
                .param("people", values(people))
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list());
    }

    /** The sections each of these people locked, in any of the records that became one. */
    Map<PersonId, Set<Section>> lockedSections(Collection<PersonId> people) {
        var locked = new HashMap<PersonId, Set<Section>>();
        if (people.isEmpty()) {
            return locked;
        }
        jdbc.sql("""
                        WITH asked AS (
                            SELECT a.person_id, COALESCE(m.surviving_id, a.person_id) AS head FROM access_person a
                            LEFT JOIN access_merge m ON m.absorbed_id = a.person_id AND m.live
                            WHERE a.person_id IN (:people)),
                        known AS (
                            SELECT person_id, head AS id FROM asked
                            UNION ALL
                            SELECT q.person_id, m.absorbed_id FROM asked q
                            JOIN access_merge m ON m.surviving_id = q.head AND m.live)
                        SELECT DISTINCT k.person_id, l.section FROM known k
                        JOIN access_lock l ON l.person_id = k.id AND l.in_force AND l.section IS NOT NULL""").param("people", values(people)).query(row -> {
            locked.computeIfAbsent(new PersonId(Utc.uuid(row, "person_id")), _ -> EnumSet.noneOf(Section.class))
                    .add(Section.valueOf(row.getString("section")));
        });
        return locked;
    }

    /** The units whose writing each of these people locked, with the centre of each. */
    Map<PersonId, Map<UnitId, CentreId>> lockedUnits(Collection<PersonId> people) {
        var locked = new HashMap<PersonId, Map<UnitId, CentreId>>();
        if (people.isEmpty()) {
            return locked;
        }
        jdbc.sql("""
                        WITH asked AS (
                            SELECT a.person_id, COALESCE(m.surviving_id, a.person_id) AS head FROM access_person a
                            LEFT JOIN access_merge m ON m.absorbed_id = a.person_id AND m.live
                            WHERE a.person_id IN (:people)),
                        known AS (
                            SELECT person_id, head AS id FROM asked
                            UNION ALL
                            SELECT q.person_id, m.absorbed_id FROM asked q
                            JOIN access_merge m ON m.surviving_id = q.head AND m.live)
                        SELECT k.person_id, l.unit_id, l.centre_id FROM known k
                        JOIN access_lock l ON l.person_id = k.id AND l.in_force AND l.unit_id IS NOT NULL""").param("people", values(people)).query(row -> {
            locked.computeIfAbsent(new PersonId(Utc.uuid(row, "person_id")), _ -> new HashMap<>())
                    .put(new UnitId(Utc.uuid(row, "unit_id")), new CentreId(Utc.uuid(row, "centre_id")));
        });
        return locked;
    }

    /** The protected people left out, and those of other centres who may be named. */
    record Reach(Set<PersonId> hidden, Set<PersonId> beyond) {}

    // An empty IN list is not SQL; the nil UUID matches nothing.
    static Set<UUID> values(Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? Set.of(new UUID(0, 0))
                : ids.stream().map(Id::value).collect(Collectors.toSet());
    }

    private static void add(Facts facts, ResultSet row) throws SQLException {
        var one = Utc.uuidOrNull(row, "one");
        var other = Utc.uuidOrNull(row, "other");
        var until = Utc.instantOrNull(row, "until");
        switch (row.getString("fact")) {
            case "PERSON" ->
                facts.person(
                        new PersonId(Utc.uuid(row, "one")),
                        new PersonId(Utc.uuid(row, "other")),
                        row.getLong("number"),
                        Utc.instantOrNull(row, "since"));
            case "RELATION" -> facts.relation(new CentreId(Utc.uuid(row, "one")), Facts.unit(other), until);
            case "CONSENT" ->
                facts.consent(
                        new PersonId(Utc.uuid(row, "one")),
                        Facts.centre(other),
                        Sections.read(row.getString("words")),
                        Utc.instant(row, "since"),
                        until);
            case "LOCK" -> {
                var section = row.getString("words");
                facts.lock(section == null ? null : Section.valueOf(section), Facts.centre(one), Facts.unit(other));
            }
            case "PROTECTION" -> facts.protection(row.getInt("number") == 1);
            case "EMERGENCY" -> facts.emergency(Utc.instant(row, "until"));
            default -> throw new IllegalStateException("Unknown fact");
        }
    }
}
