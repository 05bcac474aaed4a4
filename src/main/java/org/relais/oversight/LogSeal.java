package org.relais.oversight;

import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.Checkpoint;
import org.relais.audit.Findings;
import org.relais.audit.SealState;
import org.relais.audit.Seals;
import org.relais.audit.Verification;
import org.relais.audit.VerificationProgress;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * The seal of the log at the desk: how far it came, and the check from the first epoch on. Each time an auditor looks,
 * the newest epoch is kept for them apart from the log, so that a log that was set back contradicts what they saw.
 */
@Service
public class LogSeal {

    /** The checkpoints of auditors that a check compares with, the newest first. */
    private static final int REMEMBERED = 10_000;

    private final Seals seals;
    private final Verification verification;
    private final JdbcClient jdbc;
    private final AccessService access;
    private final Clock clock;

    LogSeal(Seals seals, Verification verification, JdbcClient jdbc, AccessService access, Clock clock) {
        this.seals = seals;
        this.verification = verification;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The state of this moment, which is remembered for the auditor.
     *
     * @param scope over the access log
     */
    public SealView state(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        access.recordReview(scope, null, "log-seal", null, null);
        var state = seals.latest();
        var auditor = scope.actor().id();
        var before = seen(auditor);
        var last = state.last();
        if (last != null) {
            remember(auditor, last);
        }
        return new SealView(state, contradicts(before, state));
    }

    /**
     * Reads and hashes every row of the log and compares with all checkpoints, those of the auditors too. Takes as long
     * as the log is; to be called apart from the request.
     *
     * @param scope over the access log
     */
    public Findings verify(Scope scope, VerificationProgress progress) {
        access.requireFull(scope, Section.AUDIT_LOG);
        access.recordReview(scope, null, "log-verification", null, null);
        var remembered = jdbc.sql("SELECT DISTINCT epoch, hash FROM oversight_checkpoint ORDER BY epoch DESC LIMIT ?")
                .param(REMEMBERED)
                .query((row, number) -> new Checkpoint(row.getLong("epoch"), row.getString("hash")))
                .list();
        return verification.verify(remembered, progress);
    }

    private static boolean contradicts(List<Checkpoint> seen, SealState state) {
        var last = state.last();
        return seen.stream()
                .anyMatch(one -> last == null
                        || last.number() < one.epoch()
                        || (last.number() == one.epoch() && !last.hash().equals(one.hash())));
    }

    // More than one when another log stood there under the same number
    private List<Checkpoint> seen(StaffId auditor) {
        return jdbc.sql("SELECT epoch, hash FROM oversight_checkpoint WHERE staff_id = ? AND epoch ="
                        + " (SELECT MAX(epoch) FROM oversight_checkpoint WHERE staff_id = ?)")
                .param(auditor.value())
                .param(auditor.value())
                .query((row, number) -> new Checkpoint(row.getLong("epoch"), row.getString("hash")))
                .list();
    }

    private void remember(StaffId auditor, SealState.Epoch epoch) {
        jdbc.sql("INSERT IGNORE INTO oversight_checkpoint VALUES (?,?,?,?)")
                .param(auditor.value())
                .param(epoch.number())
                .param(epoch.hash())
                .param(Utc.column(clock.instant()))
                .update();
    }
}
