package org.relais.record;

import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/**
 * An entry was marked as entered in error; told within the transaction, so that the room it came from stops counting
 * what it told.
 */
public record EntryTakenBack(PersonId person, EntryId entry) {}
