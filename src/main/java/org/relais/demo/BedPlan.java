package org.relais.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which bed is free for a stay, so that no two people of the script meet in one. */
final class BedPlan {

    private static final List<String> WITHDRAWAL =
            List.of("305A", "306B", "302B", "304B", "301A", "301B", "302A", "303A", "303B", "304A", "305B", "306A");
    private static final List<String> RESIDENCE =
            List.of("1A", "1B", "2A", "2B", "3A", "3B", "4A", "4B", "5A", "5B", "6A", "6B", "7A", "7B", "8A", "8B");

    private final Map<Ward, List<Stay>> taken = new EnumMap<>(Ward.class);

    /** Takes a bed from one instant to another. */
    void take(Ward ward, String bed, Instant from, Instant until) {
        taken.computeIfAbsent(ward, _ -> new ArrayList<>()).add(new Stay(bed, from, until));
    }

    /** Takes a bed that is free all the time; empty when there is none. */
    Optional<String> find(Ward ward, Instant from, Instant until) {
        var stays = taken.getOrDefault(ward, List.of());
        var free = (ward == Ward.RESIDENCE ? RESIDENCE : WITHDRAWAL)
                .stream()
                        .filter(bed -> stays.stream().noneMatch(stay -> stay.meets(bed, from, until)))
                        .findFirst();
        free.ifPresent(bed -> take(ward, bed, from, until));
        return free;
    }

    /** How many beds are taken at an instant. */
    long taken(Ward ward, Instant at) {
        return taken.getOrDefault(ward, List.of()).stream()
                .filter(stay -> !at.isBefore(stay.from()) && at.isBefore(stay.until()))
                .count();
    }

    /** How many beds there are. */
    static int beds(Ward ward) {
        return (ward == Ward.RESIDENCE ? RESIDENCE : WITHDRAWAL).size();
    }

    private record Stay(String bed, Instant from, Instant until) {

        boolean meets(String other, Instant start, Instant end) {
            return bed.equals(other) && from.isBefore(end) && start.isBefore(until);
        }
    }
}
