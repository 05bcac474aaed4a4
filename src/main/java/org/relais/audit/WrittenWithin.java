package org.relais.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows this node committed within changes since the last turn of the sealer, which looks whether they stayed. */
@Component
class WrittenWithin {

    private static final int MOST = 50_000;

    private final Queue<AccessRow> rows = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean watched;

    /** Somebody takes them from now on. */
    void watch() {
        watched = true;
    }

    /** Remembers the row once its transaction is committed. */
    void within(AccessRow row) {
        if (!watched || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (count.incrementAndGet() <= MOST) {
                    rows.add(row);
                }
            }
        });
    }

    /** Those of the rows that are not there any more. */
    static List<AccessRow> gone(SealTables tables, List<AccessRow> rows) {
        var gone = new ArrayList<AccessRow>();
        rows.stream().collect(Collectors.groupingBy(AccessRow::month)).forEach((month, those) -> {
            var present =
                    tables.present(month, those.stream().map(AccessRow::id).toList());
            those.stream().filter(row -> !present.contains(row.id())).forEach(gone::add);
        });
        return gone;
    }

    List<AccessRow> take() {
        var taken = new ArrayList<AccessRow>();
        for (var row = rows.poll(); row != null; row = rows.poll()) {
            taken.add(row);
        }
        count.set(0);
        return taken;
    }
}
