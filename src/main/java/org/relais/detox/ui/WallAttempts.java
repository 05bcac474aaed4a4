package org.relais.detox.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Counts the wrong codes typed at the entrance of displays, of one address and of all: with more than a few a minute,
 * nobody's code is looked at until the minute is over.
 */
@Component
class WallAttempts {

    static final int OF_ONE = 5;
    static final int OF_ALL = 50;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> wrong = new HashMap<>();
    private Instant since = Instant.EPOCH;
    private int all;

    WallAttempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayTry(String address) {
        turn();
        return all < OF_ALL && wrong.getOrDefault(address, 0) < OF_ONE;
    }

    synchronized void failed(String address) {
        turn();
        all++;
        wrong.merge(address, 1, Integer::sum);
    }

    private void turn() {
        var now = clock.instant();
        if (since.plus(WINDOW).isBefore(now)) {
            since = now;
            all = 0;
            wrong.clear();
        }
    }
}
