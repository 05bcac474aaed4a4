package org.relais.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.CareRelationId;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;
import org.relais.staff.StaffDirectory;

/**
 * Begins and ends care relations, in the transaction of the act they come from: a registration, an episode, a task.
 * The caller has checked its grant or scope.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CareRelations {

    private final JdbcClient jdbc;
    private final PersonVersions versions;
    private final StaffDirectory directory;
    private final Clock clock;

    CareRelations(JdbcClient jdbc, PersonVersions versions, StaffDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Makes the person known to access, at registration and once. */
    public void register(Scope scope, PersonId person) {
        jdbc.sql("INSERT INTO access_person (person_id, version) VALUES (?, 1)")
                .param(person.value())
                .update();
    }

    /** Everybody of the unit takes part from now on. */
    public void beginForUnit(
            Authority authority,
            PersonId person,
            RelationKind kind,
            CentreId centre,
            UnitId unit,
            @Nullable Id source) {
        begin(person, kind, centre, unit, null, source, clock.instant());
    }

    /**
     * Everybody of the unit takes part from a moment until another one, both of which may lie ahead: it begins and ends
     * by itself.
     */
    public void beginForUnitBetween(
            Authority authority,
            PersonId person,
            RelationKind kind,
            CentreId centre,
            UnitId unit,
            Id source,
            Instant from,
            Instant until) {
        var id = begin(person, kind, centre, unit, null, source, from);
        jdbc.sql("UPDATE access_care_relation SET ends_at = ? WHERE id = ?")
                .param(Utc.column(until))
                .param(id.value())
                .update();
    }

    /**
     * One member of staff takes part from now on: while they work in the centre, or until the relation ends when they
     * did not work there to begin with.
     */
    public void beginForStaff(
            Authority authority,
            PersonId person,
            RelationKind kind,
            CentreId centre,
            StaffId staff,
            @Nullable Id source) {
        begin(person, kind, centre, null, staff, source, clock.instant());
    }

    /**
     * Ends every relation that came from the source and would last longer.
     *
     * @param at when; may lie ahead, as 30 days after a discharge
     */
    public void end(Authority authority, PersonId person, Id source, Instant at) {
        jdbc.sql("""
                        UPDATE access_care_relation SET ends_at = :at
                        WHERE person_id = :person AND source_id = :source AND (ends_at IS NULL OR ends_at > :at)""")
                .param("at", Utc.column(at))
                .param("person", person.value())
                .param("source", source.value())
                .update();
        versions.changed(person);
    }

    /** As {@link #end}, for the relations of one centre only: care elsewhere goes on. */
    public void endAt(Authority authority, PersonId person, CentreId centre, Id source, Instant at) {
        jdbc.sql("""
                        UPDATE access_care_relation SET ends_at = ?
                        WHERE person_id = ? AND centre_id = ? AND source_id = ? AND ends_at IS NULL""")
                .param(Utc.column(at))
                .param(person.value())
                .param(centre.value())
                .param(source.value())
                .update();
        versions.changed(person);
    }

    /** One member of staff takes part from now until a moment, given by the actor for a reason. */
    CareRelationId give(Grant grant, CentreId centre, StaffId staff, Instant until, String reason) {
        var id = begin(grant.person(), RelationKind.GIVEN, centre, null, staff, null, clock.instant());
        jdbc.sql("UPDATE access_care_relation SET ends_at = ?, given_by = ?, reason = ? WHERE id = ?")
                .param(Utc.column(until))
                .param(grant.actor().id().value())
                .param(reason)
                .param(id.value())
                .update();
        return id;
    }

    /** Ends an access that was given for a time. */
    void endGiven(Grant grant, CareRelationId given) {
        var known = jdbc.sql("""
                        SELECT COUNT(*) FROM access_care_relation
                        WHERE id = :id AND kind = 'GIVEN' AND person_id IN (:people)""")
                .param("id", given.value())
                .param("people", FactRows.values(grant.people()))
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw new NotFound();
        }
        jdbc.sql("UPDATE access_care_relation SET ends_at = :now WHERE id = :id AND ends_at > :now")
                .param("now", Utc.column(clock.instant()))
                .param("id", given.value())
                .update();
        versions.changed(grant.person());
    }

    /** The centre that follows the person: where they are in care now, else where they were last. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<CentreId> centreOf(PersonId person) {
        return jdbc.sql("""
                        SELECT centre_id FROM access_care_relation
                        WHERE person_id = :person AND staff_id IS NULL AND begins_at <= :now
                        ORDER BY (ends_at IS NULL OR ends_at > :now) DESC, kind = 'EPISODE' DESC, begins_at DESC, id
                        LIMIT 1""")
                .param("person", person.value())
                .param("now", Utc.column(clock.instant()))
                .query((row, number) -> new CentreId(Utc.uuid(row, "centre_id")))
                .optional();
    }

    /** Whether a unit of the centre, or somebody for it, takes part in the person's care now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    boolean followedAt(PersonId person, CentreId centre) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM access_care_relation
                                       WHERE person_id = :person AND centre_id = :centre
                                         AND begins_at <= :now AND (ends_at IS NULL OR ends_at > :now))""")
                .param("person", person.value())
                .param("centre", centre.value())
                .param("now", Utc.column(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Who is named key worker now, the latest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<StaffId> keyWorkers(Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT staff_id FROM access_care_relation
                        WHERE person_id IN (:people) AND kind = 'KEY_WORKER' AND ends_at IS NULL
                        ORDER BY begins_at DESC, id DESC""")
                .param("people", FactRows.values(people))
                .query((row, number) -> new StaffId(Utc.uuid(row, "staff_id")))
                .list();
    }

    /** As {@link #keyWorkers}, with the centre of each. */
    @Transactional(propagation = Propagation.SUPPORTS)
    List<KeyWorker> keyWorkersByCentre(Collection<PersonId> people) {
        return jdbc.sql("""
                        SELECT centre_id, staff_id, begins_at FROM access_care_relation
                        WHERE person_id IN (:people) AND kind = 'KEY_WORKER' AND ends_at IS NULL
                        ORDER BY begins_at DESC, id DESC""")
                .param("people", FactRows.values(people))
                .query((row, number) -> new KeyWorker(
                        new CentreId(Utc.uuid(row, "centre_id")),
                        new StaffId(Utc.uuid(row, "staff_id")),
                        Utc.instant(row, "begins_at")))
                .list();
    }

    /** The people whose key worker the actor is; records that became one are named once. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Set<PersonId> keyedTo(Scope scope) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT COALESCE(m.surviving_id, r.person_id) AS person_id
                        FROM access_care_relation r
                        LEFT JOIN access_merge m ON m.absorbed_id = r.person_id AND m.live
                        WHERE r.staff_id = :staff AND r.kind = 'KEY_WORKER' AND r.ends_at IS NULL
                          AND r.centre_id IN (:centres) AND r.person_id NOT IN (:hidden)""")
                .param("staff", scope.actor().id().value())
                .param("centres", FactRows.values(scope.centres()))
                .param("hidden", FactRows.values(scope.hidden()))
                .query((row, number) -> new PersonId(Utc.uuid(row, "person_id")))
                .list());
    }

    /** Names the key worker of a centre; the one before is no longer. */
    void nameKeyWorker(Grant grant, CentreId centre, StaffId staff) {
        jdbc.sql("""
                        UPDATE access_care_relation SET ends_at = :now
                        WHERE person_id IN (:people) AND centre_id = :centre AND kind = 'KEY_WORKER'
                          AND ends_at IS NULL""")
                .param("now", Utc.column(clock.instant()))
                .param("people", FactRows.values(grant.people()))
                .param("centre", centre.value())
                .update();
        begin(grant.person(), RelationKind.KEY_WORKER, centre, null, staff, null, clock.instant());
    }

    private CareRelationId begin(
            PersonId person,
            RelationKind kind,
            CentreId centre,
            @Nullable UnitId unit,
            @Nullable StaffId staff,
            @Nullable Id source,
            Instant from) {
        var id = CareRelationId.create();
        jdbc.sql("INSERT INTO access_care_relation"
                        + " (id, person_id, kind, centre_id, unit_id, staff_id, beyond_centre, source_id, begins_at)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)")
                .param(id.value())
                .param(person.value())
                .param(kind.name())
                .param(centre.value())
                .param(value(unit))
                .param(value(staff))
                .param(staff != null && !directory.workplaces(staff).contains(centre))
                .param(value(source))
                .param(Utc.column(from))
                .update();
        versions.changed(person);
        return id;
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
