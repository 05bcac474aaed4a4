package org.relais.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/** Who has a record open on this node. A visit that stops beating is forgotten after 45 seconds. */
@Component
public class Presence {

    /** How long a visit lasts without a heartbeat. */
    public static final Duration LIFE = Duration.ofSeconds(45);

    private final AccessService access;
    private final Clock clock;
    private final Map<PersonId, Set<Visit>> visits = new ConcurrentHashMap<>();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();

    Presence(AccessService access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins a visit.
     *
     * @param changed called in a thread of its own when somebody comes, goes or begins or stops writing
     */
    public Visit enter(Grant record, Runnable changed) {
        access.requireRecord(record);
        var visit = new Visit(record.person(), record.actor().id(), changed, clock.instant());
        visits.compute(record.person(), (person, known) -> {
            Set<Visit> open = known == null ? ConcurrentHashMap.newKeySet() : known;
            open.add(visit);
            return open;
        });
        visit.tellOthers();
        return visit;
    }

    /** Who else has the record open, writers first; each colleague once. */
    public List<Visitor> others(Grant record) {
        access.requireRecord(record);
        var oldest = clock.instant().minus(LIFE);
        var visitors = new ConcurrentHashMap<StaffId, Visitor>();
        for (var visit : visits.getOrDefault(record.person(), Set.of())) {
            if (visit.beat.isAfter(oldest) && !visit.staff.equals(record.actor().id())) {
                visitors.merge(
                        visit.staff,
                        new Visitor(visit.staff, visit.writing),
                        (one, other) -> new Visitor(one.staff(), one.writing() || other.writing()));
            }
        }
        return visitors.values().stream()
                .sorted(Comparator.comparing((Visitor visitor) -> !visitor.writing())
                        .thenComparing(visitor -> visitor.staff().value()))
                .toList();
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    /** A colleague who has the record open. */
    public record Visitor(StaffId staff, boolean writing) {}

    /** One open page. */
    public final class Visit {

        private final PersonId person;
        private final StaffId staff;
        private final Runnable changed;
        private volatile Instant beat;
        private volatile boolean writing;

        private Visit(PersonId person, StaffId staff, Runnable changed, Instant beat) {
            this.person = person;
            this.staff = staff;
            this.changed = changed;
            this.beat = beat;
        }

        /** The page is still open. */
        public void beat() {
            beat = clock.instant();
        }

        /** The visitor began or stopped writing. */
        public void writing(boolean now) {
            beat();
            if (writing != now) {
                writing = now;
                tellOthers();
            }
        }

        /** The page was closed. */
        public void leave() {
            visits.computeIfPresent(person, (key, open) -> {
                open.remove(this);
                return open.isEmpty() ? null : open;
            });
            tellOthers();
        }

        private void tellOthers() {
            for (var visit : visits.getOrDefault(person, Set.of())) {
                if (visit != this) {
                    messengers.execute(visit.changed);
                }
            }
        }
    }
}
