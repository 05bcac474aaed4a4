package org.relais.access;

import org.relais.shared.AccessRequestId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * Asks to take part in a person's care.
 *
 * @param id given by the caller: the same click sent twice asks once
 * @param centre where the person is known, whose coordinators decide
 * @param from one's own centre
 * @param reason why, 1 to 1,000 characters
 */
public record AskAccess(
        AccessRequestId id, PersonId person, CentreId centre, CentreId from, AccessWish wish, String reason) {}
