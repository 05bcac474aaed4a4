package org.relais.indicator;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.access.TaskContext;
import org.relais.shared.PersonId;

/**
 * Brings the sums up to date, once a minute: asks the rooms again for everybody of whom something changed, replaces
 * what differs and sums up the days that are touched, all in one transaction. Done twice, nothing changes; two nodes
 * take turns.
 */
@Component
public class SummingUp {

    private static final Logger LOG = LoggerFactory.getLogger(SummingUp.class);
    private static final String TASK = "indicator-sums";
    private static final int CHANGES = 2_000;
    private static final int MOST_WAITING = 100_000;
    private static final int PEOPLE = 200;

    private final List<FactSource> sources;
    private final FactTable table;
    private final AccessService access;
    private final TransactionTemplate transaction;

    SummingUp(List<FactSource> sources, FactTable table, AccessService access, TransactionTemplate transaction) {
        this.sources = List.copyOf(sources);
        this.table = table;
        this.access = access;
        this.transaction = transaction;
        var figures = new HashSet<String>();
        for (var source : sources) {
            for (var figure : source.figures()) {
                if (!figures.add(figure)) {
                    throw new IllegalStateException("Two rooms contribute the figure " + figure);
                }
            }
        }
    }

    /** The figures that some room contributes. */
    Set<String> contributed() {
        return sources.stream()
                .flatMap(source -> source.figures().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Scheduled(
            initialDelayString = "${relais.indicator.interval:60s}",
            fixedDelayString = "${relais.indicator.interval:60s}")
    void sumUp() {
        try {
            TaskContext.run(TASK, this::bringUpToDate);
        } catch (RuntimeException failed) {
            LOG.error("The indicators could not be summed up; the next time does it", failed);
        }
    }

    /** Until nothing is left to sum up, or another node does it. */
    void bringUpToDate() {
        var scope = scope();
        while (!Objects.requireNonNullElse(transaction.execute(_ -> table.takeTurn() && some(scope)), true)) {
            LOG.debug("More changes wait to be summed up");
        }
    }

    /** Asks the rooms for everything anew, and sums it all up anew; what waited to be summed up then has been. */
    void rebuild() {
        TaskContext.run(TASK, () -> {
            var scope = scope();
            var waiting = Objects.requireNonNull(transaction.execute(_ -> table.changes(MOST_WAITING)));
            var after = Optional.<PersonId>empty();
            do {
                var from = after.orElse(null);
                after = Objects.requireNonNull(transaction.execute(_ -> {
                    table.awaitTurn();
                    return page(scope, from);
                }));
            } while (after.isPresent());
            transaction.executeWithoutResult(_ -> {
                table.awaitTurn();
                standing(scope);
            });
            sumEverything();
            transaction.executeWithoutResult(_ -> table.forget(waiting));
        });
    }

    /** Sums up anew what facts there are: for facts that were written without being told of. Done twice, nothing changes. */
    public void sumEverything() {
        for (var figure : Objects.requireNonNull(transaction.execute(_ -> table.figures()))) {
            for (var centre : Objects.requireNonNull(transaction.execute(_ -> table.centres(figure)))) {
                transaction.executeWithoutResult(_ -> {
                    table.awaitTurn();
                    table.sumAll(figure, centre);
                });
            }
        }
        transaction.executeWithoutResult(_ -> {
            table.awaitTurn();
            table.summed();
        });
    }

    // The facts of a page of people, without the sums; the last of them, or nothing when nobody was left
    private Optional<PersonId> page(Scope scope, @Nullable PersonId after) {
        var people = new TreeSet<PersonId>((one, other) -> one.toString().compareTo(other.toString()));
        people.addAll(table.people(after, PEOPLE));
        for (var source : sources) {
            people.addAll(source.people(scope, after, PEOPLE));
        }
        var page = people.stream().limit(PEOPLE).toList();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        replace(scope, page);
        return Optional.of(page.getLast());
    }

    // True when nothing is left
    private boolean some(Scope scope) {
        var changes = table.changes(CHANGES);
        var people = new LinkedHashSet<PersonId>();
        changes.forEach(change -> {
            people.add(change.person());
            people.add(change.counted());
        });
        sources.forEach(source -> people.addAll(source.moving(scope)));
        var days = new LinkedHashSet<FactTable.Day>();
        var all = List.copyOf(people);
        for (var from = 0; from < all.size(); from += PEOPLE) {
            days.addAll(replace(scope, all.subList(from, Math.min(all.size(), from + PEOPLE))));
        }
        days.addAll(standing(scope));
        table.sum(days);
        table.forget(changes);
        table.summed();
        return changes.size() < CHANGES;
    }

    private Set<FactTable.Day> replace(Scope scope, Collection<PersonId> people) {
        var days = new LinkedHashSet<FactTable.Day>();
        for (var source : sources) {
            days.addAll(
                    table.replace(table.kept(source.figures(), people), new HashSet<>(source.facts(scope, people))));
        }
        return days;
    }

    private Set<FactTable.Day> standing(Scope scope) {
        var days = new LinkedHashSet<FactTable.Day>();
        for (var source : sources) {
            days.addAll(table.replace(table.keptStanding(source.figures()), new HashSet<>(source.standing(scope))));
        }
        return days;
    }

    private Scope scope() {
        return access.taskScope(TASK, Section.REPORT, Purpose.COORDINATION);
    }
}
