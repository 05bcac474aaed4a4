package org.relais.access;

import org.relais.shared.PersonId;

/** What is asked: this section of this person, to read or to write, for this purpose. */
record Question(PersonId person, Section section, Right right, Purpose purpose) {}
