package org.relais.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.shared.AccessRequestId;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffCard;
import org.relais.staff.StaffDirectory;

/**
 * Requests to take part in the care of a person, from the answer that a record exists at another centre. A coordinator
 * of that centre decides; the asker sees the state and learns of the decision at once.
 */
@Service
@Transactional
public class AccessRequests {

    /** The most that a list holds. */
    public static final int MOST = 100;

    private static final int WORDS = 1_000;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final CareRelations relations;
    private final StaffDirectory directory;
    private final NoticeRows notices;
    private final CurrentStaff current;
    private final Clock clock;

    AccessRequests(
            JdbcClient jdbc,
            AccessService access,
            CareRelations relations,
            StaffDirectory directory,
            NoticeRows notices,
            CurrentStaff current,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.relations = relations;
        this.directory = directory;
        this.notices = notices;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Asks. The same command again changes nothing.
     *
     * @param scope over the administrative section
     * @throws InvalidInput at {@code reason} or {@code from}
     * @throws NotFound when no such person is followed there, or the person is protected: all look the same
     * @throws Conflict when one's earlier request for the person still waits
     */
    public AccessRequestId ask(Scope scope, AskAccess command) {
        access.require(scope, Section.ADMINISTRATIVE);
        var reason = FreeText.require("reason", command.reason(), WORDS);
        if (!scope.centres().contains(command.from())) {
            throw new InvalidInput("from", "access.request.error.from");
        }
        if (scope.hidden().contains(command.person()) || !relations.followedAt(command.person(), command.centre())) {
            throw new NotFound();
        }
        var written = jdbc.sql("""
                        INSERT IGNORE INTO access_request
                            (id, person_id, centre_id, staff_id, from_centre_id, wish, reason, asked_at, state, pending)
                        VALUES (?,?,?,?,?,?,?,?,'WAITING',TRUE)""")
                .param(command.id().value())
                .param(command.person().value())
                .param(command.centre().value())
                .param(scope.actor().id().value())
                .param(command.from().value())
                .param(command.wish().name())
                .param(reason)
                .param(Utc.column(clock.instant()))
                .update();
        if (written == 0) {
            if (mine(scope).stream().anyMatch(own -> own.id().equals(command.id()))) {
                return command.id();
            }
            throw new Conflict("access.request.error.again");
        }
        var coordinators = directory.byCentre().getOrDefault(command.centre(), List.of()).stream()
                .filter(card -> card.role() == Role.COORDINATOR)
                .map(StaffCard::id)
                .toList();
        notices.tell(scope, command.person(), coordinators, NoticeKind.ACCESS_ASKED, command.id());
        access.recordChange(scope, command.person(), AccessAction.CREATE, "access-request", command.id());
        return command.id();
    }

    /** One's own requests, the latest first, with where they stand. */
    public List<AccessRequest> mine(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        return jdbc.sql("""
                        SELECT * FROM access_request WHERE staff_id = :staff AND person_id NOT IN (:hidden)
                        ORDER BY asked_at DESC, id DESC LIMIT :most""")
                .param("staff", scope.actor().id().value())
                .param("hidden", FactRows.values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> request(row))
                .list();
    }

    /**
     * What waits for a decision in one's centres, the oldest first. The people on it are logged.
     *
     * @param scope over the administrative section, of a role that may give access
     */
    public List<AccessRequest> waiting(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requirePermission(scope, Permission.GRANT_ACCESS);
        var rows = jdbc.sql("""
                        SELECT * FROM access_request
                        WHERE state = 'WAITING' AND centre_id IN (:centres) AND person_id NOT IN (:hidden)
                        ORDER BY asked_at, id LIMIT :most""")
                .param("centres", FactRows.values(scope.centres()))
                .param("hidden", FactRows.values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> request(row))
                .list();
        access.show(scope, rows.stream().map(AccessRequest::person).distinct().toList());
        return rows;
    }

    /** How many requests wait for the acting member of staff; none for a role that decides on none. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public int waitingCount() {
        var actor = current.require();
        if (!access.rolePermits(Permission.GRANT_ACCESS)) {
            return 0;
        }
        return jdbc.sql("""
                        SELECT COUNT(*) FROM access_request r
                        WHERE r.state = 'WAITING' AND r.centre_id IN (:centres)
                          AND NOT EXISTS (SELECT 1 FROM access_protection x WHERE x.person_id = r.person_id
                                          AND NOT EXISTS (SELECT 1 FROM access_protection_staff s
                                                          WHERE s.person_id = x.person_id AND s.staff_id = :staff))""")
                .param("centres", FactRows.values(actor.centres()))
                .param("staff", actor.id().value())
                .query(Integer.class)
                .single();
    }

    /**
     * Accepts: the asker takes part until a moment, from now on.
     *
     * @param grant to write in the administrative section, by whom the matrix lets give access
     * @param until at most {@link GivenAccesses#LONGEST} ahead
     * @throws InvalidInput at {@code until} or {@code answer}
     * @throws NotFound when it is not a request for this person at one's centres
     * @throws Conflict when it was decided meanwhile
     */
    public void accept(Grant grant, AccessRequestId request, Instant until, @Nullable String answer) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(GivenAccesses.LONGEST))) {
            throw new InvalidInput("until", "access.given.error.until", GivenAccesses.LONGEST.toDays());
        }
        var said = FreeText.optional("answer", answer, WORDS);
        var found = find(grant, request);
        decide(grant, found, AccessRequest.State.ACCEPTED, until, said);
        relations.give(grant, found.centre(), found.staff(), until, line(found.reason()));
        notices.tell(grant, found.staff(), NoticeKind.ACCESS_ACCEPTED, request);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "access-request", request);
    }

    /**
     * Refuses, with a reason the asker reads.
     *
     * @throws InvalidInput at {@code answer}
     */
    public void refuse(Grant grant, AccessRequestId request, String answer) {
        access.requirePermission(grant, Permission.GRANT_ACCESS);
        var said = FreeText.require("answer", answer, WORDS);
        var found = find(grant, request);
        decide(grant, found, AccessRequest.State.REFUSED, null, said);
        notices.tell(grant, found.staff(), NoticeKind.ACCESS_REFUSED, request);
        access.recordChange(grant, grant.person(), AccessAction.CHANGE, "access-request", request);
    }

    private void decide(
            Grant grant,
            AccessRequest found,
            AccessRequest.State state,
            @Nullable Instant until,
            @Nullable String answer) {
        var written = jdbc.sql("""
                        UPDATE access_request SET state = ?, decided_at = ?, decided_by = ?, until_at = ?, answer = ?,
                               pending = NULL
                        WHERE id = ? AND state = 'WAITING'""")
                .param(state.name())
                .param(Utc.column(clock.instant()))
                .param(grant.actor().id().value())
                .param(Utc.columnOrNull(until))
                .param(answer)
                .param(found.id().value())
                .update();
        if (written == 0) {
            throw new Conflict("access.request.error.decided");
        }
    }

    private AccessRequest find(Grant grant, AccessRequestId request) {
        return jdbc.sql("""
                        SELECT * FROM access_request
                        WHERE id = :id AND person_id IN (:people) AND centre_id IN (:centres)""")
                .param("id", request.value())
                .param("people", FactRows.values(grant.people()))
                .param("centres", FactRows.values(Set.copyOf(grant.centres())))
                .query((row, number) -> request(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    // The reason of a relation is one line
    private static String line(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() > FreeText.LINE ? line.substring(0, FreeText.LINE - 1) + "…" : line;
    }

    private static AccessRequest request(ResultSet row) throws SQLException {
        var by = Utc.uuidOrNull(row, "decided_by");
        return new AccessRequest(
                new AccessRequestId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new CentreId(Utc.uuid(row, "centre_id")),
                new StaffId(Utc.uuid(row, "staff_id")),
                new CentreId(Utc.uuid(row, "from_centre_id")),
                AccessWish.valueOf(row.getString("wish")),
                row.getString("reason"),
                Utc.instant(row, "asked_at"),
                AccessRequest.State.valueOf(row.getString("state")),
                Utc.instantOrNull(row, "decided_at"),
                by == null ? null : new StaffId(by),
                Utc.instantOrNull(row, "until_at"),
                row.getString("answer"));
    }
}
