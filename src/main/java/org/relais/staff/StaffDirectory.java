package org.relais.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/** Names and roles of all colleagues, for anyone signed in. Held in memory for half a minute. */
@Service
@PreAuthorize("isAuthenticated()")
public class StaffDirectory {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final StaffRegister register;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, Map.of());

    StaffDirectory(JdbcClient jdbc, StaffRegister register, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
    }

    public Optional<StaffCard> find(StaffId id) {
        return Optional.ofNullable(current().get(id));
    }

    /** Every colleague, also those who no longer work here. */
    public Collection<StaffCard> all() {
        return current().values();
    }

    /** The colleagues who work in each centre now, by role and name. */
    public Map<CentreId, List<StaffCard>> byCentre() {
        var cards = current();
        return jdbc
                .sql("SELECT DISTINCT centre_id, staff_id FROM staff_assignment")
                .query((row, number) ->
                        Map.entry(new CentreId(Utc.uuid(row, "centre_id")), new StaffId(Utc.uuid(row, "staff_id"))))
                .list()
                .stream()
                .filter(placed -> cards.containsKey(placed.getValue()))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        placed -> Objects.requireNonNull(cards.get(placed.getValue())),
                                        Collectors.toList()),
                                StaffDirectory::activeInOrder)));
    }

    /** The centres in which the colleague works, now. */
    public Set<CentreId> workplaces(StaffId id) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT centre_id FROM staff_assignment WHERE staff_id = ?")
                .param(id.value())
                .query((row, number) -> new CentreId(Utc.uuid(row, "centre_id")))
                .list());
    }

    /** The active colleagues who work in these centres, and these by id, with where they work now. */
    public List<StaffMember> members(Collection<CentreId> centres, Collection<StaffId> also) {
        return register.active(centres, also);
    }

    private static List<StaffCard> activeInOrder(List<StaffCard> cards) {
        return cards.stream()
                .filter(StaffCard::active)
                .sorted(Comparator.comparing(StaffCard::role).thenComparing(StaffCard::familyName))
                .toList();
    }

    void forget() {
        snapshot = new Snapshot(Instant.MIN, Map.of());
    }

    private Map<StaffId, StaffCard> current() {
        var held = snapshot;
        var now = clock.instant();
        if (held.readAt().plus(FRESH).isBefore(now)) {
            held = new Snapshot(now, read());
            snapshot = held;
        }
        return held.cards();
    }

    private Map<StaffId, StaffCard> read() {
        return jdbc
                .sql("SELECT id, given_name, family_name, role, active FROM staff_member")
                .query((row, number) -> new StaffCard(
                        new StaffId(Utc.uuid(row, "id")),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("active")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(StaffCard::id, Function.identity()));
    }

    private record Snapshot(Instant readAt, Map<StaffId, StaffCard> cards) {}
}
