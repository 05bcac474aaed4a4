package org.relais.record;

import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/** An entry was appended to the person's record; told within the transaction. */
public record EntryAppended(PersonId person, EntryId entry) {}
