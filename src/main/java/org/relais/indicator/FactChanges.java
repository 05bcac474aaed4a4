package org.relais.indicator;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.relais.access.ChangeObserver;
import org.relais.shared.FactChangeId;
import org.relais.shared.PersonId;

/**
 * Keeps of whom something changed until it is summed up. The row is written at the end of the transaction of the
 * change, one a person however much was done: nothing is forgotten when the node dies, and nobody waits for a sum.
 */
@Component
class FactChanges implements ChangeObserver {

    private final JdbcTemplate jdbc;

    FactChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void changed(PersonId person) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A change is told within its transaction");
        }
        collected().people.add(person);
    }

    private Collected collected() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Collected.class::isInstance)
                .map(Collected.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var fresh = new Collected();
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    private void write(Set<PersonId> people) {
        jdbc.batchUpdate(
                "INSERT INTO indicator_change (id, person_id) VALUES (?,?)",
                people,
                people.size(),
                (statement, person) -> {
                    statement.setObject(1, FactChangeId.create().value());
                    statement.setObject(2, person.value());
                });
    }

    /** Whose records this transaction changed. */
    private final class Collected implements TransactionSynchronization {

        private final Set<PersonId> people = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!people.isEmpty()) {
                write(people);
            }
        }
    }
}
