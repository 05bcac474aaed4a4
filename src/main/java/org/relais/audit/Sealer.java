package org.relais.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the log every few seconds, silence too, from when the portal is ready until it stops; and writes down outside
 * the database which epochs it saw and how far this node's rows had come. On several nodes one seals, all remember.
 */
@Component
class Sealer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration WHOLE = Duration.ofHours(1);
    private static final Duration FAR = Duration.ofMinutes(1);
    /** How long a change may take from its row to its commit and still be sealed in the next turn. */
    private static final Duration NEAR = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long MOST_MISSED = 5_000;

    private final AuditProperties.Sealing settings;
    private final SealTables tables;
    private final Sealing sealing;
    private final TransactionTemplate transaction;
    private final AccessLogWriter writer;
    private final WrittenWithin written;
    private final String node;
    private final Clock clock;
    private final LogMeters meters;
    private volatile boolean running;
    private volatile boolean ready;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Instant lastSeen;
    private @Nullable SealingKey key;
    private @Nullable CheckpointFiles checkpoints;
    private @Nullable Instant lastWhole;
    private @Nullable Instant lastFar;
    private @Nullable AccessRow lastTail;
    private long noted = -1;
    private int notedKeys;

    Sealer(
            AuditProperties properties,
            @Qualifier("sealing") JdbcClient jdbc,
            @Qualifier("sealing") TransactionTemplate transaction,
            AccessLogWriter writer,
            WrittenWithin written,
            NodeName node,
            Clock clock,
            LogMeters meters) {
        this.settings = properties.sealing();
        this.tables = new SealTables(jdbc, properties.schema());
        this.sealing = new Sealing(tables, settings.interval());
        this.transaction = transaction;
        this.writer = writer;
        this.written = written;
        this.node = node.value();
        this.clock = clock;
        this.meters = meters;
        meters.watchSealing(this::age);
    }

    /** How long ago the newest epoch known here was sealed; negative when none is known. */
    double age() {
        var seen = lastSeen;
        return seen == null ? -1 : Duration.between(seen, Instant.now(clock)).toMillis() / 1000.0;
    }

    /** Whether it seals, and has not seen an epoch for too long. */
    boolean late() {
        return running && thread != null && age() > 12 * settings.interval().toSeconds();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        ready = true;
        begin();
    }

    /** From now on what waits is sealed. */
    synchronized void begin() throws IOException {
        if (!running || !settings.enabled() || thread != null) {
            return;
        }
        key = SealingKey.ofFile(Path.of(settings.key()));
        checkpoints = new CheckpointFiles(Path.of(settings.checkpoints()), node);
        written.watch();
        thread = Thread.ofPlatform().daemon().name("sealing").start(this::run);
    }

    private void run() {
        while (running) {
            var began = System.nanoTime();
            turn();
            LockSupport.parkNanos(settings.interval().toNanos() - (System.nanoTime() - began));
        }
        turn();
    }

    /** One turn: seals until nothing waits, then writes down what is to be remembered. */
    synchronized void turn() {
        try {
            var rows = written.take();
            var tail = writer.last();
            sealAll();
            remember(rows, tail);
        } catch (RuntimeException failed) {
            meters.sealingFailed();
            LOG.error("The log could not be sealed; it is tried again", failed);
        }
    }

    private void sealAll() {
        var mine = key;
        if (mine == null) {
            return;
        }
        var now = clock.instant();
        var whole = lastWhole == null || lastWhole.plus(WHOLE).isBefore(now);
        var far = whole || lastFar == null || lastFar.plus(FAR).isBefore(now);
        var back = whole ? null : far ? Seals.RECENT : NEAR;
        Epoch.Outcome outcome;
        do {
            outcome = Objects.requireNonNull(transaction.execute(status -> sealing.seal(mine, back)));
        } while (outcome.more());
        if (outcome.sealed().isPresent()) {
            lastWhole = whole ? now : lastWhole;
            lastFar = far ? now : lastFar;
        }
    }

    private void remember(List<AccessRow> rows, @Nullable AccessRow tail) {
        var files = checkpoints;
        if (files == null) {
            return;
        }
        var lines = new ArrayList<CheckpointFiles.Line>();
        var last = tables.last();
        last.ifPresent(epoch -> lastSeen = epoch.epoch().sealedAt());
        var keys = tables.keys();
        keys.stream().skip(notedKeys).map(CheckpointFiles::line).forEach(lines::add);
        var newest = last.map(Epoch.Sealed::number).orElse(0L);
        var known = noted < 0 ? remembered() : noted;
        if (newest < known) {
            LOG.error(
                    "The log ends with epoch {}, and this node saw epoch {}: it was removed or put back",
                    newest,
                    known);
            known = newest;
        }
        tables.epochs(Math.max(known + 1, newest - MOST_MISSED), newest).stream()
                .map(CheckpointFiles::line)
                .forEach(lines::add);
        if (tail != null && !tail.equals(lastTail)) {
            lines.add(CheckpointFiles.tail(tail));
        }
        // A row that this node committed a moment ago and that is not there was removed before it was sealed
        WrittenWithin.gone(tables, rows).stream().map(CheckpointFiles::lost).forEach(lines::add);
        try {
            files.append(clock.instant(), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        noted = newest;
        notedKeys = keys.size();
        lastTail = tail;
    }

    private long remembered() {
        try {
            return CheckpointFiles.newest(Path.of(settings.checkpoints()), node);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits for the portal to be ready the first time; a portal that was stopped and goes on seals at once. */
    @Override
    public void start() {
        running = true;
        if (ready) {
            try {
                begin();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        var ending = thread;
        if (ending != null) {
            LockSupport.unpark(ending);
            try {
                ending.join(PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the log's writer, so that its last rows are sealed too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 500;
    }
}
