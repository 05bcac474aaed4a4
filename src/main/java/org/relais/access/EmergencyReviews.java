package org.relais.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.audit.AccessReading;
import org.relais.audit.OpenedSection;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.EmergencyId;
import org.relais.shared.FreeText;
import org.relais.shared.NotFound;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/**
 * The review of every emergency access by a coordinator of the centre that follows the person, within two working days
 * (PRI-06). It stays on their list until it is done; what is late is on the auditor's too, and on the privacy
 * officer's of that centre.
 */
@Service
@Transactional
public class EmergencyReviews {

    /** The most that a list holds. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AccessService access;
    private final NoticeRows notices;
    private final Centres centres;
    private final StaffFunctions functions;
    private final AccessReading log;
    private final Clock clock;

    EmergencyReviews(
            JdbcClient jdbc,
            AccessService access,
            NoticeRows notices,
            Centres centres,
            StaffFunctions functions,
            AccessReading log,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.notices = notices;
        this.centres = centres;
        this.functions = functions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What waits for a review in one's centres, the first due at the top. The people on it are logged.
     *
     * @param scope over the administrative section, of a role that may give access
     */
    public List<EmergencyReview> waiting(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requirePermission(scope, Permission.GRANT_ACCESS);
        var rows = jdbc.sql("""
                        SELECT * FROM access_emergency
                        WHERE reviewed_at IS NULL AND centre_id IN (:centres) AND person_id NOT IN (:hidden)
                        ORDER BY review_due_on, begins_at LIMIT :most""")
                .param("centres", FactRows.values(scope.centres()))
                .param("hidden", FactRows.values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> review(row))
                .list();
        access.show(scope, rows.stream().map(EmergencyReview::person).distinct().toList());
        return rows;
    }

    /**
     * What should have been reviewed already, in all centres, for whoever audits.
     *
     * @param scope over the access log
     */
    public List<EmergencyReview> late(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var rows = late(scope, everywhere());
        access.show(scope, rows.stream().map(EmergencyReview::person).distinct().toList());
        return rows;
    }

    /**
     * How many should have been reviewed already, in all centres, for the menu; names nobody.
     *
     * @param scope over the access log
     */
    public int lateCount(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        return late(scope, everywhere()).size();
    }

    /**
     * What should have been reviewed already in the centres whose privacy officer the actor is today; nothing for
     * whoever is none.
     *
     * @param scope over the administrative section
     */
    public List<EmergencyReview> lateForOfficer(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        var rows = late(scope, functions.mine(StaffFunction.PRIVACY_OFFICER));
        access.show(scope, rows.stream().map(EmergencyReview::person).distinct().toList());
        return rows;
    }

    private Set<CentreId> everywhere() {
        return centres.all().stream().map(Centre::id).collect(Collectors.toSet());
    }

    private List<EmergencyReview> late(Scope scope, Set<CentreId> watched) {
        if (watched.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return jdbc
                .sql("""
                        SELECT * FROM access_emergency
                        WHERE reviewed_at IS NULL AND centre_id IN (:centres) AND person_id NOT IN (:hidden)
                        ORDER BY review_due_on, begins_at LIMIT :most""")
                .param("centres", FactRows.values(watched))
                .param("hidden", FactRows.values(scope.hidden()))
                .param("most", MOST)
                .query((row, number) -> review(row))
                .list()
                .stream()
                .filter(row -> row.dueOn()
                        .isBefore(centres.centre(row.centre()).serviceDay().of(now)))
                .toList();
    }

    /**
     * Reviews one; whoever used it is told.
     *
     * @param comment what was found, 1 to 1,000 characters
     * @throws org.relais.shared.InvalidInput at {@code comment}
     * @throws NotFound when it is not of one's centres
     * @throws Conflict when it was reviewed meanwhile, or is still open
     */
    public void review(Scope scope, EmergencyId emergency, EmergencyVerdict verdict, String comment) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requirePermission(scope, Permission.GRANT_ACCESS);
        var said = FreeText.require("comment", comment, 1_000);
        var found = find(scope, emergency);
        var now = clock.instant();
        if (found.until().isAfter(now)) {
            throw new Conflict("access.review.error.open");
        }
        var written = jdbc.sql("""
                        UPDATE access_emergency SET reviewed_at = ?, reviewed_by = ?, verdict = ?, review_comment = ?
                        WHERE id = ? AND reviewed_at IS NULL""")
                .param(Utc.column(now))
                .param(scope.actor().id().value())
                .param(verdict.name())
                .param(said)
                .param(emergency.value())
                .update();
        if (written == 0) {
            throw new Conflict("access.review.error.again");
        }
        notices.insert(scope.actor().id(), found.person(), found.staff(), NoticeKind.EMERGENCY_REVIEWED, emergency);
        access.recordChange(scope, found.person(), AccessAction.CHANGE, "emergency-review", emergency);
    }

    /**
     * How many wait for a review in one's centres, for the menu; names nobody.
     *
     * @param scope over the administrative section, of a role that may give access
     */
    public int waitingCount(Scope scope) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requirePermission(scope, Permission.GRANT_ACCESS);
        return jdbc.sql("""
                        SELECT COUNT(*) FROM access_emergency
                        WHERE reviewed_at IS NULL AND centre_id IN (:centres) AND person_id NOT IN (:hidden)""")
                .param("centres", FactRows.values(scope.centres()))
                .param("hidden", FactRows.values(scope.hidden()))
                .query(Integer.class)
                .single();
    }

    /**
     * What was opened under one of them, as the access log has it.
     *
     * @throws NotFound when it is not of one's centres
     */
    public List<OpenedSection> opened(Scope scope, EmergencyId emergency) {
        access.require(scope, Section.ADMINISTRATIVE);
        access.requirePermission(scope, Permission.GRANT_ACCESS);
        var found = find(scope, emergency);
        access.show(scope, List.of(found.person()));
        return log.opened(found.staff(), List.of(found.person()), found.from(), found.until());
    }

    private EmergencyReview find(Scope scope, EmergencyId emergency) {
        return jdbc.sql("""
                        SELECT * FROM access_emergency
                        WHERE id = :id AND centre_id IN (:centres) AND person_id NOT IN (:hidden)
                          AND staff_id <> :self""")
                .param("id", emergency.value())
                .param("centres", FactRows.values(scope.centres()))
                .param("hidden", FactRows.values(scope.hidden()))
                .param("self", scope.actor().id().value())
                .query((row, number) -> review(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static EmergencyReview review(ResultSet row) throws SQLException {
        var by = Utc.uuidOrNull(row, "reviewed_by");
        var verdict = row.getString("verdict");
        return new EmergencyReview(
                new EmergencyId(Utc.uuid(row, "id")),
                new PersonId(Utc.uuid(row, "person_id")),
                new StaffId(Utc.uuid(row, "staff_id")),
                Role.valueOf(row.getString("role")),
                new CentreId(Utc.uuid(row, "centre_id")),
                EmergencyReason.valueOf(row.getString("reason")),
                row.getString("explanation"),
                Utc.instant(row, "begins_at"),
                Utc.instant(row, "ends_at"),
                row.getObject("review_due_on", LocalDate.class),
                Utc.instantOrNull(row, "reviewed_at"),
                by == null ? null : new StaffId(by),
                verdict == null ? null : EmergencyVerdict.valueOf(verdict),
                row.getString("review_comment"));
    }
}
