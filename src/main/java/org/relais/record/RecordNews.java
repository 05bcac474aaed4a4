package org.relais.record;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/**
 * Tells the open records of this node that an entry was appended, after its transaction committed. Carries ids only:
 * whoever listens reads through its own grant, checked anew.
 */
@Component
public class RecordNews {

    private final AccessService access;
    private final Map<PersonId, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();
    private final ExecutorService messengers = Executors.newVirtualThreadPerTaskExecutor();

    RecordNews(AccessService access) {
        this.access = access;
    }

    /**
     * Listens until the subscription ends.
     *
     * @param listener called in a thread of its own with the entry that is new, or that has a new amendment
     */
    public Subscription listen(Grant record, Consumer<EntryId> listener) {
        access.requireRecord(record);
        var subscription = new Subscription(record.people(), listener);
        record.people()
                .forEach(one -> subscriptions.compute(one, (person, known) -> {
                    Set<Subscription> open = known == null ? ConcurrentHashMap.newKeySet() : known;
                    open.add(subscription);
                    return open;
                }));
        return subscription;
    }

    @TransactionalEventListener
    void tell(EntryAppended appended) {
        for (var subscription : subscriptions.getOrDefault(appended.person(), Set.of())) {
            messengers.execute(() -> subscription.listener.accept(appended.entry()));
        }
    }

    @PreDestroy
    void close() {
        messengers.shutdownNow();
    }

    /** One open record. */
    public final class Subscription {

        private final Set<PersonId> people;
        private final Consumer<EntryId> listener;

        private Subscription(Set<PersonId> people, Consumer<EntryId> listener) {
            this.people = people;
            this.listener = listener;
        }

        public void end() {
            people.forEach(person -> subscriptions.computeIfPresent(person, (key, open) -> {
                open.remove(this);
                return open.isEmpty() ? null : open;
            }));
        }
    }
}
