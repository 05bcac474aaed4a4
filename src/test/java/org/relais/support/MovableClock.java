package org.relais.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The one clock of a test that must see time pass: it runs with the machine's, ahead by as much as it was moved. */
@TestComponent
@Primary
public class MovableClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant standing;

    /** Lets time pass. */
    public void move(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Stands still at this moment until {@link #goOn}. */
    public void stopAt(Instant moment) {
        standing = moment;
    }

    /** Runs on from where it stands. */
    public void goOn() {
        var from = standing;
        if (from != null) {
            ahead = Duration.between(machine.instant(), from);
            standing = null;
        }
    }

    @Override
    public Instant instant() {
        var moment = standing;
        return moment == null ? machine.instant().plus(ahead) : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants only");
    }
}
