package org.relais.access;

import org.relais.shared.PersonId;

/**
 * Contributed by a room below all care, as a bean: is told of every change of a person's record, within the transaction
 * of the change. What it learns is only whose record it was.
 */
public interface ChangeObserver {

    void changed(PersonId person);
}
