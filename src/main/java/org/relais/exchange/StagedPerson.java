package org.relais.exchange;

import java.util.List;

import org.relais.person.AddContact;
import org.relais.person.Identifier;
import org.relais.person.Identity;

/**
 * The person of a file as the register would take them.
 *
 * @param deceased whether the sender says that the person has died
 */
public record StagedPerson(
        Identity identity, List<AddContact> contacts, List<Identifier> identifiers, boolean deceased) {

    public StagedPerson {
        contacts = List.copyOf(contacts);
        identifiers = List.copyOf(identifiers);
    }
}
