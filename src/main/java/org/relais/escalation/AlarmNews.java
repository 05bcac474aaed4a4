package org.relais.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * Tells the open windows that something about an alarm is new: those of this node at once when the transaction
 * committed, those of the others within a second. One look at the table a second and node, whoever listens. Carries ids
 * only: whoever listens reads through their own pass, checked anew.
 */
@Component
public class AlarmNews {

    // An alarm is dated within its transaction and seen by others when that commits
    private static final Duration LATEST_COMMIT = Duration.ofSeconds(30);

    private final AlarmNewsRows rows;
    private final PeopleWithAlarms people;
    private final AccessService access;
    private final Clock clock;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Set<UUID> toldHere = ConcurrentHashMap.newKeySet();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();
    private Set<UUID> told = Set.of();
    private Instant since;

    AlarmNews(AlarmNewsRows rows, PeopleWithAlarms people, AccessService access, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.access = access;
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * Listens for one person's alarms until the subscription ends.
     *
     * @param grant for the person's record, or its medical section
     * @param listener called in a thread of its own
     */
    public Subscription listen(Grant grant, Runnable listener) {
        if (grant.section() == Section.RECORD) {
            access.requireRecord(grant);
        } else {
            access.require(grant, Section.MEDICAL, Right.READ);
        }
        return begin(new Subscription(grant.people(), Set.of(), listener));
    }

    /** As {@link #listen(Grant, Runnable)}, for the alarms of one's centres. */
    public Subscription listen(Scope scope, Runnable listener) {
        access.requireFull(scope, Section.MEDICAL);
        return begin(new Subscription(Set.of(), scope.centres(), listener));
    }

    private Subscription begin(Subscription subscription) {
        subscriptions.add(subscription);
        return subscription;
    }

    @TransactionalEventListener
    void committed(AlarmChanged change) {
        toldHere.add(change.news());
        people.changed(change.person());
        tell(change.person(), change.centre());
    }

    @Scheduled(fixedDelayString = "${relais.escalation.news-interval:1s}")
    void lookAround() {
        var now = clock.instant();
        var recent = new HashSet<UUID>();
        var changes = rows.since(since);
        if (!people.isRead() || changes.stream().anyMatch(change -> !told.contains(change.news()))) {
            people.read();
        }
        for (var change : changes) {
            recent.add(change.news());
            if (!told.contains(change.news()) && !toldHere.contains(change.news())) {
                tell(change.person(), change.centre());
            }
        }
        told = Set.copyOf(recent);
        toldHere.retainAll(recent);
        var earliest = now.minus(LATEST_COMMIT);
        since = earliest.isAfter(since) ? earliest : since;
        subscriptions.stream().filter(one -> one.wakes(now)).forEach(this::call);
    }

    private void tell(PersonId person, CentreId centre) {
        subscriptions.stream().filter(one -> one.concerns(person, centre)).forEach(this::call);
    }

    private void call(Subscription subscription) {
        messengers.execute(subscription.listener);
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    /** One open window. */
    public final class Subscription {

        private final Set<PersonId> people;
        private final Set<CentreId> centres;
        private final Runnable listener;
        private volatile @Nullable Instant wake;

        private Subscription(Collection<PersonId> people, Collection<CentreId> centres, Runnable listener) {
            this.people = Set.copyOf(people);
            this.centres = Set.copyOf(centres);
            this.listener = listener;
        }

        /** Calls the listener then too, once: what is shown changes by itself with the clock. Null for never. */
        public void wakeAt(@Nullable Instant moment) {
            wake = moment;
        }

        public void end() {
            subscriptions.remove(this);
        }

        private boolean concerns(PersonId person, CentreId centre) {
            return people.contains(person) || centres.contains(centre);
        }

        private boolean wakes(Instant now) {
            var moment = wake;
            if (moment == null || moment.isAfter(now)) {
                return false;
            }
            wake = null;
            return true;
        }
    }
}
