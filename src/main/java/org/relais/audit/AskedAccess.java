package org.relais.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One logged access as a question about it sees it.
 *
 * @param row the id of its row in the access log
 * @param actorRole the role in which they acted
 * @param centres the centre they acted for; where the log names none, all in which they work
 * @param people the record and those that are one with it
 */
public record AskedAccess(
        UUID row, StaffId actor, String actorRole, Set<CentreId> centres, Set<PersonId> people, Instant at) {

    public AskedAccess {
        centres = Set.copyOf(centres);
        people = Set.copyOf(people);
    }
}
