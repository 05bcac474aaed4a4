package org.relais.oversight;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;

/**
 * Looks at every access once, soon after it was logged, on whichever node comes first: what it found and how far it came
 * are committed together, so that a crash repeats and skips nothing. Under its own name in the access log.
 *
 * <p>It follows the numbered rows. A row that was written within a change is not looked at: the grant for that change
 * is a numbered row before it.
 */
@Component
class UnusualAccessWatch {

    static final String TASK = "unusual-access";

    private static final Logger LOG = LoggerFactory.getLogger(UnusualAccessWatch.class);
    private static final int BATCH = 1_000;

    private final WatchCursors cursors;
    private final AccessJudge judge;
    private final FindingRows findings;
    private final SampleDraw samples;
    private final AccessService access;
    private final TransactionTemplate transaction;

    UnusualAccessWatch(
            WatchCursors cursors,
            AccessJudge judge,
            FindingRows findings,
            SampleDraw samples,
            AccessService access,
            TransactionTemplate transaction) {
        this.cursors = cursors;
        this.judge = judge;
        this.findings = findings;
        this.samples = samples;
        this.access = access;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${relais.oversight.watch-interval:20s}",
            fixedDelayString = "${relais.oversight.watch-interval:20s}")
    void watch() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The accesses could not be looked at; the next look begins where this one did", failed);
        }
    }

    /**
     * Looks at everything that waits, and draws a monthly sample when one is due.
     *
     * @return how many unusual accesses are new
     */
    int look() {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        // Names the task, and is no member of staff: it opens nothing but the lists of centres and colleagues
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(TASK, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            var found = judgeWhatWaits();
            samples.drawWhatIsDue();
            return found;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private int judgeWhatWaits() {
        var found = 0;
        Scope task = null;
        while (true) {
            var waiting = cursors.next(BATCH);
            if (waiting.isEmpty()) {
                return found;
            }
            if (task == null && waiting.stream().anyMatch(AccessJudge::concerns)) {
                task = access.taskScope(TASK, Section.AUDIT_LOG, Purpose.CONTROL);
            }
            var step = step(task);
            if (step < 0) {
                return found;
            }
            found += step;
        }
    }

    /** One batch: below 0 when another node is at it. */
    private int step(@Nullable Scope task) {
        var found = transaction.execute(_ -> {
            if (!cursors.lock()) {
                return -1;
            }
            var rows = cursors.next(BATCH);
            if (task == null && rows.stream().anyMatch(AccessJudge::concerns)) {
                // Arrived since: the next turn of the loop has a scope for them
                return 0;
            }
            var stored = task == null ? 0 : findings.insert(judge.judge(task, rows));
            if (!rows.isEmpty()) {
                cursors.moveTo(rows.getLast());
            }
            return stored;
        });
        return found == null ? 0 : found;
    }
}
