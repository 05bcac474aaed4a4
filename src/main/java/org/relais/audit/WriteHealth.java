package org.relais.audit;

import java.util.function.BooleanSupplier;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a row could be written to the log now: one is inserted and taken back. What cannot be logged is not shown, so
 * a node that cannot do this has no use. Tells nothing but up or down.
 */
final class WriteHealth extends AbstractHealthIndicator {

    private final BooleanSupplier takesRows;
    private final Runnable insertion;
    private final TransactionTemplate transaction;

    WriteHealth(BooleanSupplier takesRows, Runnable insertion, TransactionTemplate transaction) {
        super("The access log could not take a row");
        this.takesRows = takesRows;
        this.insertion = insertion;
        this.transaction = transaction;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!takesRows.getAsBoolean()) {
            health.down();
            return;
        }
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            insertion.run();
        });
        health.up();
    }
}
