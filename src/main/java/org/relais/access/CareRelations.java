package org.relais.access;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.CareRelationId;
import org.relais.shared.CentreId;
import org.relais.shared.Id;
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
    private final Decisions decisions;
    private final StaffDirectory directory;
    private final Clock clock;

    CareRelations(JdbcClient jdbc, Decisions decisions, StaffDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
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
     * Ends every open relation that came from the source.
     *
     * @param at when; may lie ahead, as 30 days after a discharge
     */
    public void end(Authority authority, PersonId person, Id source, Instant at) {
        jdbc.sql(
                        "UPDATE access_care_relation SET ends_at = ? WHERE person_id = ? AND source_id = ? AND ends_at IS NULL")
                .param(Utc.column(at))
                .param(person.value())
                .param(source.value())
                .update();
        changed(person);
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
        changed(person);
    }

    private void begin(
            PersonId person,
            RelationKind kind,
            CentreId centre,
            @Nullable UnitId unit,
            @Nullable StaffId staff,
            @Nullable Id source,
            Instant from) {
        jdbc.sql("INSERT INTO access_care_relation"
                        + " (id, person_id, kind, centre_id, unit_id, staff_id, beyond_centre, source_id, begins_at)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)")
                .param(CareRelationId.create().value())
                .param(person.value())
                .param(kind.name())
                .param(centre.value())
                .param(value(unit))
                .param(value(staff))
                .param(staff != null && !directory.worksIn(staff, centre))
                .param(value(source))
                .param(Utc.column(from))
                .update();
        changed(person);
    }

    private void changed(PersonId person) {
        jdbc.sql("UPDATE access_person SET version = version + 1 WHERE person_id = ?")
                .param(person.value())
                .update();
        decisions.forget(person);
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
