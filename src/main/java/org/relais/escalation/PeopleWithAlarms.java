package org.relais.escalation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.shared.PersonId;

/**
 * Who may have an open alarm, held in memory so that opening a record without one costs no SQL. It may name somebody
 * too many, and for a second nobody whose alarm another node has just raised: their open windows are then told.
 */
@Component
class PeopleWithAlarms {

    private final AlarmNewsRows rows;
    private @Nullable Set<PersonId> known;
    private final Set<PersonId> changed = new HashSet<>();

    PeopleWithAlarms(AlarmNewsRows rows) {
        this.rows = rows;
    }

    synchronized boolean mayInclude(Collection<PersonId> people) {
        return known == null || people.stream().anyMatch(known::contains);
    }

    /** Something about an alarm of this person is new. */
    synchronized void changed(PersonId person) {
        changed.add(person);
        if (known != null) {
            known.add(person);
        }
    }

    synchronized boolean isRead() {
        return known != null;
    }

    /** Reads again. Who changed while it was read stays in. */
    void read() {
        synchronized (this) {
            changed.clear();
        }
        var open = new HashSet<>(rows.open());
        synchronized (this) {
            open.addAll(changed);
            known = open;
        }
    }
}
