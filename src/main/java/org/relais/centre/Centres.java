package org.relais.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.shared.BedId;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * The centres, units and beds of the service, for anyone signed in. Held in memory for a minute: they change a few
 * times a year, and every screen names them.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Centres {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CentreRows rows;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, List.of());

    Centres(CentreRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** All centres, by name. */
    public List<Centre> all() {
        return current();
    }

    /** The centre, which must exist. */
    public Centre centre(CentreId id) {
        return current().stream()
                .filter(centre -> centre.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No centre " + id));
    }

    public Optional<Unit> unit(UnitId id) {
        return current().stream().flatMap(centre -> centre.unit(id).stream()).findFirst();
    }

    public Optional<Bed> bed(BedId id) {
        return current().stream()
                .flatMap(centre -> centre.units().stream())
                .flatMap(unit -> unit.beds().stream())
                .filter(bed -> bed.id().equals(id))
                .findFirst();
    }

    void forget() {
        snapshot = new Snapshot(Instant.MIN, List.of());
    }

    private List<Centre> current() {
        var held = snapshot;
        var now = clock.instant();
        if (held.readAt().plus(FRESH).isBefore(now)) {
            held = new Snapshot(now, rows.read());
            snapshot = held;
        }
        return held.centres();
    }

    private record Snapshot(Instant readAt, List<Centre> centres) {

        // Instant.MIN plus a minute is still long ago, so an empty snapshot is read at first use.
    }
}
