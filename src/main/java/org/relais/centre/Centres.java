package org.relais.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
    private static final Snapshot NOTHING = new Snapshot(Instant.MIN, List.of(), List.of(), List.of());

    private final CentreRows rows;
    private final Clock clock;
    private volatile Snapshot snapshot = NOTHING;

    Centres(CentreRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** All centres, by name. */
    public List<Centre> all() {
        return current().centres();
    }

    /** The rooms of a centre in which people meet, by name. */
    public List<MeetingRoom> meetingRooms(CentreId centre) {
        return current().rooms().stream()
                .filter(room -> room.centre().equals(centre))
                .toList();
    }

    /** The days on which a centre is closed beside weekends and public holidays, the first first. */
    public List<ClosedDay> closedDays(CentreId centre) {
        return current().closed().stream()
                .filter(day -> day.centre().equals(centre))
                .toList();
    }

    /** The centre, which must exist. */
    public Centre centre(CentreId id) {
        return find(all -> all.stream().filter(centre -> centre.id().equals(id)).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("No centre " + id));
    }

    public Optional<Unit> unit(UnitId id) {
        return find(
                all -> all.stream().flatMap(centre -> centre.unit(id).stream()).findFirst());
    }

    public Optional<Bed> bed(BedId id) {
        return find(all -> all.stream()
                .flatMap(centre -> centre.units().stream())
                .flatMap(unit -> unit.beds().stream())
                .filter(bed -> bed.id().equals(id))
                .findFirst());
    }

    /** Reads anew from now on, and once more when the transaction has ended: until then others read what was before. */
    void forget() {
        snapshot = NOTHING;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    snapshot = NOTHING;
                }
            });
        }
    }

    // What was opened on another node within the minute is not yet held here
    private <T> Optional<T> find(Function<List<Centre>, Optional<T>> what) {
        return what.apply(all()).or(() -> {
            snapshot = NOTHING;
            return what.apply(all());
        });
    }

    private Snapshot current() {
        var held = snapshot;
        var now = clock.instant();
        if (held.readAt().plus(FRESH).isBefore(now)) {
            held = new Snapshot(now, rows.read(), rows.meetingRooms(), rows.closedDays());
            snapshot = held;
        }
        return held;
    }

    private record Snapshot(Instant readAt, List<Centre> centres, List<MeetingRoom> rooms, List<ClosedDay> closed) {

        // Instant.MIN plus a minute is still long ago, so an empty snapshot is read at first use.
    }
}
