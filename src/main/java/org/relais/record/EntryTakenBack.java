package org.relais.record;

import org.relais.access.Authority;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/**
 * An entry was marked as entered in error; told within the transaction, so that the room it came from stops counting
 * what it told.
 *
 * @param by a grant to write for this person, or a task's scope
 */
public record EntryTakenBack(Authority by, PersonId person, EntryId entry) {}
