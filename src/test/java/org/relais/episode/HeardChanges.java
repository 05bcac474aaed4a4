package org.relais.episode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.relais.shared.PersonId;

/** Hears what rooms above hear: every change, within its transaction. */
@TestComponent
class HeardChanges {

    private final List<EpisodeChange> changes = new CopyOnWriteArrayList<>();

    @EventListener
    void on(EpisodeChange change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Published outside its transaction");
        }
        changes.add(change);
    }

    List<EpisodeChange> of(PersonId person) {
        return changes.stream()
                .filter(change -> change.occurrence().person().equals(person))
                .toList();
    }
}
