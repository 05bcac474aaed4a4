package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.audit.AccessAction;

/**
 * Where a device on a wall comes in: by a code once, then by the token it was given for it. It opens the sheet of its own
 * ward and nothing else; nobody is signed in by it.
 */
@Component
public class WallEntrance {

    private static final Duration SEEN = Duration.ofSeconds(30);

    private final WallSecrets secrets = new WallSecrets();
    private final WallDisplayTable table;
    private final WallReading reading;
    private final WallLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WallEntrance(
            WallDisplayTable table, WallReading reading, WallLog log, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.reading = reading;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The token of a device that typed a code in time; empty for any other. */
    public Optional<String> pair(String code) {
        var token = secrets.token();
        var paired = transaction.execute(_ -> {
            var now = clock.instant();
            var display = table.byCode(WallSecrets.ofCode(code), now);
            display.ifPresent(found -> {
                table.pair(found.id(), WallSecrets.of(token), now);
                log.write(AccessAction.SIGN_IN, null, found);
            });
            return display.isPresent();
        });
        return Boolean.TRUE.equals(paired) ? Optional.of(token) : Optional.empty();
    }

    /**
     * What the device of this token shows now; empty when it is none, or none any more.
     *
     * @throws org.relais.audit.AccessLogUnavailable when it could not be logged: nothing is shown then
     */
    public Optional<WallSheet> look(String token) {
        var found = table.byToken(WallSecrets.of(token));
        found.ifPresent(display -> {
            var now = clock.instant();
            if (display.seenAt() == null || display.seenAt().plus(SEEN).isBefore(now)) {
                table.seen(display.id(), now);
            }
        });
        return found.map(reading::read);
    }
}
