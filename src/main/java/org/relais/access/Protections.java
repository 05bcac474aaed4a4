package org.relais.access;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.StaffDirectory;

/**
 * Protected persons: named members of staff only, absent from every list, count, search, board and suggestion of
 * others, and for them as if they did not exist. Whoever protects a person is named.
 */
@Service
@Transactional
public class Protections {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final PersonVersions versions;
    private final StaffDirectory directory;
    private final Clock clock;

    Protections(JdbcClient jdbc, AccessService access, PersonVersions versions, StaffDirectory directory, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.versions = versions;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The protection, if the person is protected.
     *
     * @param grant for the administrative section
     */
    @Transactional(readOnly = true)
    public Optional<Protection> of(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        var named = new HashSet<>(
                jdbc.sql("SELECT DISTINCT staff_id FROM access_protection_staff WHERE person_id IN (:people)")
                        .param("people", FactRows.values(grant.people()))
                        .query((row, number) -> new StaffId(Utc.uuid(row, "staff_id")))
                        .list());
        return jdbc.sql("""
                        SELECT reason, protected_at, protected_by FROM access_protection
                        WHERE person_id IN (:people) ORDER BY protected_at LIMIT 1""")
                .param("people", FactRows.values(grant.people()))
                .query((row, number) -> new Protection(
                        row.getString("reason"),
                        Utc.instant(row, "protected_at"),
                        new StaffId(Utc.uuid(row, "protected_by")),
                        named))
                .optional();
    }

    /**
     * Hides the person from everybody but those named and the actor.
     *
     * @param grant to write in the administrative section, by whom the matrix lets give access
     * @throws InvalidInput at {@code named} or {@code reason}
     * @throws Conflict when the person is protected already
     */
    public void protect(Grant grant, Set<StaffId> named, String reason) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        var why = FreeText.requireLine("reason", reason, FreeText.LINE);
        named.forEach(this::requireColleague);
        try {
            jdbc.sql("INSERT INTO access_protection VALUES (?,?,?,?)")
                    .param(grant.person().value())
                    .param(why)
                    .param(Utc.column(clock.instant()))
                    .param(grant.actor().id().value())
                    .update();
        } catch (DuplicateKeyException already) {
            throw new Conflict("access.protection.error.again");
        }
        var all = new HashSet<>(named);
        all.add(grant.actor().id());
        all.forEach(staff -> insert(grant, staff));
        changed(grant, AccessAction.CREATE);
    }

    /** Names one more member of staff. Nothing happens when they are named already. */
    public void name(Grant grant, StaffId staff) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        requireColleague(staff);
        requireProtected(grant);
        insert(grant, staff);
        changed(grant, AccessAction.CHANGE);
    }

    /**
     * Takes a member of staff off the names, at once.
     *
     * @throws Conflict when nobody would be left, or nobody who may change it
     */
    public void unname(Grant grant, StaffId staff) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        requireProtected(grant);
        if (staff.equals(grant.actor().id())) {
            throw new Conflict("access.protection.error.self");
        }
        jdbc.sql("DELETE FROM access_protection_staff WHERE person_id IN (:people) AND staff_id = :staff")
                .param("people", FactRows.values(grant.people()))
                .param("staff", staff.value())
                .update();
        changed(grant, AccessAction.CHANGE);
    }

    /** Ends the protection: the person is in the lists again. */
    public void end(Grant grant) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        jdbc.sql("DELETE FROM access_protection_staff WHERE person_id IN (:people)")
                .param("people", FactRows.values(grant.people()))
                .update();
        jdbc.sql("DELETE FROM access_protection WHERE person_id IN (:people)")
                .param("people", FactRows.values(grant.people()))
                .update();
        changed(grant, AccessAction.CHANGE);
    }

    private void insert(Grant grant, StaffId staff) {
        // Of two records that became one, whichever is protected
        jdbc.sql("""
                        INSERT IGNORE INTO access_protection_staff
                        SELECT person_id, CAST(:staff AS UUID), :now, CAST(:by AS UUID) FROM access_protection
                        WHERE person_id IN (:people)""")
                .param("staff", staff.value())
                .param("now", Utc.column(clock.instant()))
                .param("by", grant.actor().id().value())
                .param("people", FactRows.values(grant.people()))
                .update();
    }

    private void requireColleague(StaffId staff) {
        if (directory.find(staff).filter(card -> card.active()).isEmpty()) {
            throw new InvalidInput("named", "access.error.colleague");
        }
    }

    private void requireProtected(Grant grant) {
        if (of(grant).isEmpty()) {
            throw new Conflict("access.protection.error.ended");
        }
    }

    private void changed(Grant grant, AccessAction action) {
        versions.changed(grant.person());
        access.recordChange(grant, grant.person(), action, "protection", grant.person());
    }
}
