package org.relais.person;

import org.relais.shared.PersonId;

/** A place in the list of people, by name. */
public record PersonCursor(String sortName, PersonId person) {}
