package org.relais.person;

import java.util.List;
import java.util.Set;

import org.relais.access.PersonLock;
import org.relais.shared.CentreId;

/**
 * One of two records that may be of one person.
 *
 * @param alerts how many are in force
 * @param centres where the person is known
 * @param locks what the person closed
 * @param protectedPerson whether only named members of staff know of them
 */
public record MergeSide(
        PersonDetails details, int alerts, Set<CentreId> centres, List<PersonLock> locks, boolean protectedPerson) {

    public MergeSide {
        centres = Set.copyOf(centres);
        locks = List.copyOf(locks);
    }
}
