package org.relais.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.CareRelationId;
import org.relais.shared.CentreId;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.StaffDirectory;

/**
 * Care relations given by name: an access for a time, by a coordinator, and the key worker of a person in a centre.
 * Both act at once and are told to whom they concern.
 */
@Service
@Transactional
public class GivenAccesses {

    /** The longest an access is given for; it can be given again. */
    public static final Duration LONGEST = Duration.ofDays(92);

    private final JdbcClient jdbc;
    private final AccessService access;
    private final CareRelations relations;
    private final StaffDirectory directory;
    private final NoticeRows notices;
    private final Clock clock;

    GivenAccesses(
            JdbcClient jdbc,
            AccessService access,
            CareRelations relations,
            StaffDirectory directory,
            NoticeRows notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.relations = relations;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The accesses in force, the one that ends first at the top.
     *
     * @param grant for the administrative section
     */
    @Transactional(readOnly = true)
    public List<GivenAccess> of(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        return jdbc.sql("""
                        SELECT id, staff_id, given_by, reason, begins_at, ends_at FROM access_care_relation
                        WHERE person_id IN (:people) AND kind = 'GIVEN' AND ends_at > :now
                        ORDER BY ends_at, id""")
                .param("people", FactRows.values(grant.people()))
                .param("now", Utc.column(clock.instant()))
                .query((row, number) -> new GivenAccess(
                        new CareRelationId(Utc.uuid(row, "id")),
                        new StaffId(Utc.uuid(row, "staff_id")),
                        new StaffId(Utc.uuid(row, "given_by")),
                        row.getString("reason"),
                        Utc.instant(row, "begins_at"),
                        Utc.instant(row, "ends_at")))
                .list();
    }

    /**
     * Lets a member of staff take part until a moment, from now on.
     *
     * @param grant to write in the administrative section, by whom the matrix lets give access
     * @param centre one of the actor's centres, for which it is given
     * @param until at most {@link #LONGEST} ahead
     * @throws InvalidInput at {@code staff}, {@code until} or {@code reason}
     */
    public CareRelationId give(Grant grant, CentreId centre, StaffId staff, Instant until, String reason) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        var now = clock.instant();
        requireColleague(staff);
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new InvalidInput("until", "access.given.error.until", LONGEST.toDays());
        }
        var why = FreeText.requireLine("reason", reason, FreeText.LINE);
        if (!grant.centres().contains(centre)) {
            throw new NotFound();
        }
        var id = relations.give(grant, centre, staff, until, why);
        notices.tell(grant, staff, NoticeKind.ACCESS_GIVEN, id);
        access.recordChange(grant, grant.person(), AccessAction.CREATE, "given-access", id);
        return id;
    }

    /**
     * Ends an access before its time, at once. Nothing happens when it has ended.
     *
     * @throws NotFound when it is not one of this person's
     */
    public void end(Grant grant, CareRelationId given) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        relations.endGiven(grant, given);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "given-access", given);
    }

    /**
     * The key worker, the person's first address, if one is named.
     *
     * @param grant for the record
     */
    @Transactional(readOnly = true)
    public Optional<StaffId> keyWorker(Grant grant) {
        access.requireRecord(grant);
        return relations.keyWorkers(grant.people()).stream().findFirst();
    }

    /**
     * The key worker of each centre that has named one, the latest first.
     *
     * @param grant for the administrative section
     */
    @Transactional(readOnly = true)
    public List<KeyWorker> keyWorkers(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        return relations.keyWorkersByCentre(grant.people());
    }

    /**
     * The people whose key worker the actor is, in the centres of the scope.
     *
     * @param scope over the administrative section
     */
    @Transactional(readOnly = true)
    public Set<PersonId> keyedTo(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        return relations.keyedTo(scope);
    }

    /**
     * Names the key worker in a centre; the one before is no longer.
     *
     * @param grant to write in the administrative section
     * @throws InvalidInput at {@code staff} when they do not work in the centre
     */
    public void nameKeyWorker(Grant grant, CentreId centre, StaffId staff) {
        access.require(grant, Section.ADMINISTRATIVE, Right.WRITE);
        requireColleague(staff);
        if (!grant.centres().contains(centre) || !directory.workplaces(staff).contains(centre)) {
            throw new InvalidInput("staff", "access.key-worker.error.centre");
        }
        relations.nameKeyWorker(grant, centre, staff);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "key-worker", staff);
    }

    private void requireColleague(StaffId staff) {
        if (directory.find(staff).filter(card -> card.active()).isEmpty()) {
            throw new InvalidInput("staff", "access.error.colleague");
        }
    }
}
