package org.relais.access;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.CareRelationId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * Links the records of one person: the absorbed one is read as part of the surviving one, nothing of it is moved, and
 * the stricter rights of both hold. The room of the person calls it in the transaction of its own change.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Merges {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final PersonVersions versions;
    private final Clock clock;

    Merges(JdbcClient jdbc, AccessService access, PersonVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The records that the record absorbed, the latest first.
     *
     * @param grant for the administrative section
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Merge> of(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        return jdbc.sql("""
                        SELECT absorbed_id, surviving_id, linked_at, linked_by, reason FROM access_merge
                        WHERE surviving_id = ? AND live ORDER BY linked_at DESC, id DESC""")
                .param(grant.person().value())
                .query((row, number) -> new Merge(
                        new PersonId(Utc.uuid(row, "absorbed_id")),
                        new PersonId(Utc.uuid(row, "surviving_id")),
                        Utc.instant(row, "linked_at"),
                        new StaffId(Utc.uuid(row, "linked_by")),
                        row.getString("reason")))
                .list();
    }

    /**
     * Makes the two records one from now on.
     *
     * @param surviving to write in the administrative section, by whom the matrix lets merge
     * @param absorbed the same for the other record
     * @throws org.relais.shared.InvalidInput at {@code reason}
     * @throws Conflict when both are one already, or when the absorbed one absorbed another itself
     */
    public void link(Grant surviving, Grant absorbed, String reason) {
        access.requirePermission(surviving, Permission.MERGE);
        access.requirePermission(absorbed, Permission.MERGE);
        var why = FreeText.requireLine("reason", reason, FreeText.LINE);
        if (surviving.person().equals(absorbed.person())) {
            throw new Conflict("access.merge.error.same");
        }
        requireNoChain(surviving.person(), absorbed.person());
        try {
            jdbc.sql("""
                            INSERT INTO access_merge
                                (id, absorbed_id, surviving_id, linked_at, linked_by, reason, live)
                            VALUES (?,?,?,?,?,?,TRUE)""")
                    .param(CareRelationId.create().value())
                    .param(absorbed.person().value())
                    .param(surviving.person().value())
                    .param(Utc.column(clock.instant()))
                    .param(surviving.actor().id().value())
                    .param(why)
                    .update();
        } catch (DuplicateKeyException already) {
            throw new Conflict("access.merge.error.same");
        }
        versions.changed(absorbed.person());
        versions.changed(surviving.person());
        access.recordChange(surviving, surviving.person(), AccessAction.CHANGE, "merge", absorbed.person());
        access.recordChange(absorbed, absorbed.person(), AccessAction.CHANGE, "merge", surviving.person());
    }

    /**
     * Parts them again; each record is what it was, and what was written since stands in the surviving one.
     *
     * @param surviving to write in the administrative section, by whom the matrix lets un-merge
     * @throws org.relais.shared.InvalidInput at {@code reason}
     * @throws Conflict when they are parted already
     */
    public void unlink(Grant surviving, PersonId absorbed, String reason) {
        access.requirePermission(surviving, Permission.UNMERGE);
        var why = FreeText.requireLine("reason", reason, FreeText.LINE);
        var written = jdbc.sql("""
                        UPDATE access_merge
                        SET live = NULL, undone_at = ?, undone_by = ?, undone_reason = ?
                        WHERE absorbed_id = ? AND surviving_id = ? AND live""")
                .param(Utc.column(clock.instant()))
                .param(surviving.actor().id().value())
                .param(why)
                .param(absorbed.value())
                .param(surviving.person().value())
                .update();
        if (written == 0) {
            throw new Conflict("access.merge.error.parted");
        }
        versions.changed(absorbed);
        versions.changed(surviving.person());
        access.recordChange(surviving, surviving.person(), AccessAction.CHANGE, "unmerge", absorbed);
        access.recordChange(surviving, absorbed, AccessAction.CHANGE, "unmerge", surviving.person());
    }

    // Links are one step deep. Both rows are held, so that nobody else makes a chain meanwhile.
    private void requireNoChain(PersonId surviving, PersonId absorbed) {
        jdbc.sql("SELECT person_id FROM access_person WHERE person_id IN (:both) ORDER BY person_id FOR UPDATE")
                .param("both", FactRows.values(Set.of(surviving, absorbed)))
                .query((row, number) -> row.getString("person_id"))
                .list();
        var chains = jdbc.sql("""
                        SELECT COUNT(*) FROM access_merge
                        WHERE live AND (surviving_id = :absorbed OR absorbed_id = :surviving)""")
                .param("absorbed", absorbed.value())
                .param("surviving", surviving.value())
                .query(Integer.class)
                .single();
        if (chains > 0) {
            throw new Conflict("access.merge.error.chain");
        }
    }
}
