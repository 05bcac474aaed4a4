package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.TaskContext;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/**
 * Tells the charge nurses of the day that nobody signed for a hand-over in time. That it is late shows without: this
 * only keeps who was told when, and stirs the boards. Every node looks; what one has told, the others cannot tell again.
 */
@Component
class HandOverWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverWatch.class);
    private static final String TASK = "hand-over-watch";
    private static final Duration BACK = Duration.ofHours(24);

    private final HandOverTable table;
    private final HandOvers handOvers;
    private final LateHandOvers lateOnes;
    private final StaffFunctions functions;
    private final Centres centres;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    HandOverWatch(
            HandOverTable table,
            HandOvers handOvers,
            LateHandOvers lateOnes,
            StaffFunctions functions,
            Centres centres,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.table = table;
        this.handOvers = handOvers;
        this.lateOnes = lateOnes;
        this.functions = functions;
        this.centres = centres;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(
            initialDelayString = "${relais.detox.watch-interval:60s}",
            fixedDelayString = "${relais.detox.watch-interval:60s}")
    void watch() {
        try {
            look();
        } catch (RuntimeException failed) {
            LOG.error("The hand-overs could not be looked at; the next look sees them again", failed);
        }
    }

    /** How many were told now. */
    int look() {
        var told = new int[1];
        var some = new boolean[1];
        TaskContext.run(
                TASK,
                () -> centres.all().stream()
                        .filter(centre -> centre.units().stream()
                                .anyMatch(unit -> !unit.beds().isEmpty()))
                        .forEach(centre -> {
                            var late = late(centre);
                            some[0] |= !late.isEmpty();
                            told[0] += tell(centre, late);
                        }));
        lateOnes.found(some[0]);
        return told[0];
    }

    private List<GivenHandOver> late(Centre centre) {
        var now = clock.instant();
        return table.unreceived(Set.of(centre.id()), now.minus(BACK)).stream()
                .filter(given -> !handOvers.dueAt(given).isAfter(now))
                .toList();
    }

    private int tell(Centre centre, List<GivenHandOver> late) {
        if (late.isEmpty()) {
            return 0;
        }
        var charge = functions
                .heldToday(Set.of(centre.id()))
                .getOrDefault(centre.id(), Map.of())
                .getOrDefault(StaffFunction.CHARGE_NURSE, List.of());
        var told = transaction.execute(_ -> {
            var count = Math.toIntExact(late.stream()
                    .flatMap(given -> charge.stream().filter(staff -> table.call(given.id(), staff)))
                    .count());
            if (count > 0) {
                events.publishEvent(new WardChanged(centre.id()));
            }
            return count;
        });
        return told == null ? 0 : told;
    }
}
