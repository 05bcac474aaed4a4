package org.relais.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one writer of this node. It inserts at once whatever is queued, never waiting to fill a batch, so that one
 * commit serves everybody in the window; callers wait for that commit. Numbers are gapless within node and month,
 * because only this thread gives them and a failed batch gives them back.
 */
@Component
class AccessLogWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLogWriter.class);
    private static final int LARGEST_BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(10_000);
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final AccessRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String node;
    private final Circumstances.Now circumstances;
    private final LogMeters meters;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().name("access-log").unstarted(this::write);
    private volatile @Nullable AccessRow last;
    private @Nullable AccessRow newest;
    private int month;
    private long sequence;

    AccessLogWriter(
            @Qualifier("accessLog") JdbcClient jdbc,
            @Qualifier("accessLog") TransactionTemplate transaction,
            AuditProperties properties,
            NodeName node,
            Circumstances.Now circumstances,
            Clock clock,
            LogMeters meters) {
        this.rows = new AccessRows(jdbc, properties.schema());
        this.transaction = transaction;
        this.clock = clock;
        this.node = node.value();
        this.circumstances = circumstances;
        this.meters = meters;
        meters.watch(queue);
    }

    /** Whether it runs and has room. */
    boolean takesRows() {
        return running && queue.remainingCapacity() > 0;
    }

    /** The newest row that was committed, if any since the start. */
    @Nullable
    AccessRow last() {
        return last;
    }

    UUID append(AccessEvent event) {
        var waiting = new Waiting(ids.generate(), event, circumstances.read(), new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw new AccessLogUnavailable(new IllegalStateException("The access log's writer is not taking rows"));
        }
        var sample = meters.begin();
        try {
            return waiting.committed().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccessLogUnavailable(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AccessLogUnavailable(failed);
        } finally {
            meters.waited(sample);
        }
    }

    AccessRow unnumbered(AccessEvent event) {
        var now = clock.instant();
        return new AccessRow(ids.generate(), now, AccessRow.monthOf(now), node, null, event, circumstances.read());
    }

    private void write() {
        var batch = new ArrayList<Waiting>();
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, LARGEST_BATCH - 1);
                commit(batch);
            } catch (InterruptedException interrupted) {
                running = false;
            } finally {
                batch.clear();
            }
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            insertAll(batch);
            last = newest;
            batch.forEach(waiting -> waiting.committed().complete(waiting.id()));
        } catch (RuntimeException failed) {
            // The numbers of the failed batch are given again: the next batch reads the last committed one.
            month = 0;
            meters.failed();
            LOG.error("The access log could not be written; what was asked for is not shown", failed);
            batch.forEach(waiting -> waiting.committed().completeExceptionally(failed));
        }
    }

    // A process before this one, or one that still ends, may have given the next number: then it is read again, once.
    private void insertAll(List<Waiting> batch) {
        try {
            transaction.executeWithoutResult(status -> batch.forEach(this::insert));
        } catch (DuplicateKeyException taken) {
            month = 0;
            transaction.executeWithoutResult(status -> batch.forEach(this::insert));
        }
    }

    private void insert(Waiting waiting) {
        var now = clock.instant();
        var current = AccessRow.monthOf(now);
        if (current != month) {
            sequence = rows.lastSequence(node, current);
            month = current;
        }
        sequence++;
        newest = new AccessRow(waiting.id(), now, current, node, sequence, waiting.event(), waiting.circumstances());
        rows.insert(newest);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("access-log").start(this::write);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before and stops after everything that could read. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private record Waiting(
            UUID id, AccessEvent event, Circumstances circumstances, CompletableFuture<UUID> committed) {}
}
