package org.relais.exchange;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;

/** Removes files that waited too long. Running on several nodes at once changes nothing. */
@Component
class StagedSweep {

    static final String TASK = "staged-files";

    private static final Logger LOG = LoggerFactory.getLogger(StagedSweep.class);

    private final StagedStore store;
    private final StagingLimits limits;
    private final AccessService access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StagedSweep(
            StagedStore store,
            StagingLimits limits,
            AccessService access,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.limits = limits;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${relais.exchange.staging.sweep:1h}",
            fixedDelayString = "${relais.exchange.staging.sweep:1h}")
    void sweep() {
        try {
            remove();
        } catch (RuntimeException failed) {
            LOG.error("Files that waited too long could not be removed; the next look tries again", failed);
        }
    }

    /** Removes them; returns how many waited too long. */
    int remove() {
        access.taskScope(TASK, Section.ADMINISTRATIVE, Purpose.IMPORT);
        var now = clock.instant();
        var removed = transaction.execute(_ -> store.expire(now, now.minus(limits.keep())));
        return removed == null ? 0 : removed;
    }
}
