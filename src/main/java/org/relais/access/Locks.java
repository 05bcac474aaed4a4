package org.relais.access;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.centre.Centres;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.LockId;
import org.relais.shared.NotFound;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;
import org.relais.shared.Utc;

/**
 * What the person closes (PRI-05). Of what is locked everybody else sees that it exists, and who wrote it; the warnings
 * of dangerous drugs and allergies stay open, because they stand among the risks, which cannot be locked.
 */
@Service
@Transactional
public class Locks {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final PersonVersions versions;
    private final Centres centres;
    private final Clock clock;

    Locks(JdbcClient jdbc, AccessService access, PersonVersions versions, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.versions = versions;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * The locks in force, the latest first.
     *
     * @param grant for the administrative section
     */
    @Transactional(readOnly = true)
    public List<PersonLock> of(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        return jdbc.sql("""
                        SELECT id, section, unit_id, placed_at, placed_by FROM access_lock
                        WHERE person_id IN (:people) AND in_force ORDER BY placed_at DESC, id DESC""")
                .param("people", FactRows.values(grant.people()))
                .query((row, number) -> {
                    var section = row.getString("section");
                    return new PersonLock(
                            new LockId(Utc.uuid(row, "id")),
                            section == null ? null : Section.valueOf(section),
                            Facts.unit(Utc.uuidOrNull(row, "unit_id")),
                            Utc.instant(row, "placed_at"),
                            new StaffId(Utc.uuid(row, "placed_by")));
                })
                .list();
    }

    /**
     * Closes a section to everybody but the authors of what stands in it.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code section} when it cannot be locked
     * @throws Conflict when it is locked already
     */
    public LockId lockSection(Grant grant, Section section) {
        if (!section.lockable()) {
            throw new InvalidInput("section", "access.lock.error.section");
        }
        return place(grant, section, null);
    }

    /**
     * Closes what a unit writes to everybody outside it.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code unit} when there is no such unit
     * @throws Conflict when it is locked already
     */
    public LockId lockUnit(Grant grant, UnitId unit) {
        return place(grant, null, unit);
    }

    /**
     * Opens again what a lock closed, at once. Nothing happens when it is open.
     *
     * @param grant to write in the administrative section
     * @throws NotFound when it is not one of this person's
     */
    public void lift(Grant grant, LockId lock) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var known = jdbc.sql("SELECT COUNT(*) FROM access_lock WHERE id = :id AND person_id IN (:people)")
                .param("id", lock.value())
                .param("people", FactRows.values(grant.people()))
                .query(Integer.class)
                .single();
        if (known == 0) {
            throw new NotFound();
        }
        jdbc.sql("UPDATE access_lock SET in_force = NULL, lifted_at = ?, lifted_by = ? WHERE id = ? AND in_force")
                .param(Utc.column(clock.instant()))
                .param(grant.actor().id().value())
                .param(lock.value())
                .update();
        versions.changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "lock", lock);
    }

    private LockId place(Grant grant, @Nullable Section section, @Nullable UnitId unit) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        var centre = unit == null
                ? null
                : centres.unit(unit)
                        .orElseThrow(() -> new InvalidInput("unit", "access.lock.error.unit"))
                        .centre();
        var id = LockId.create();
        try {
            jdbc.sql("""
                            INSERT INTO access_lock
                                (id, person_id, section, centre_id, unit_id, placed_at, placed_by, in_force)
                            VALUES (?,?,?,?,?,?,?,TRUE)""")
                    .param(id.value())
                    .param(grant.person().value())
                    .param(section == null ? null : section.name())
                    .param(centre == null ? null : centre.value())
                    .param(unit == null ? null : unit.value())
                    .param(Utc.column(clock.instant()))
                    .param(grant.actor().id().value())
                    .update();
        } catch (DuplicateKeyException locked) {
            throw new Conflict("access.lock.error.again");
        }
        versions.changed(grant.person());
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "lock", id);
        return id;
    }
}
