package org.relais.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * The clock of the demonstration: the machine's, but for the time in which the past is played through the same
 * services that write the present.
 */
final class DemonstrationClock extends Clock {

    private final Clock machine;
    private volatile @Nullable Instant played;

    DemonstrationClock(Clock machine) {
        this.machine = machine;
    }

    /** It is this instant until {@link #present()}. */
    void play(Instant instant) {
        played = instant;
    }

    /** It is now again. */
    void present() {
        played = null;
    }

    /** What the machine's clock shows, whatever is played. */
    Instant today() {
        return machine.instant();
    }

    @Override
    public Instant instant() {
        var instant = played;
        return instant == null ? machine.instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
