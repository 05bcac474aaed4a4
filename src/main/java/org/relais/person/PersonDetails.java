package org.relais.person;

import java.util.List;

/**
 * Everything administrative about a person: how they are and were known, what other registers call them, how they can
 * be reached.
 *
 * @param identities newest first; the first one holds
 */
public record PersonDetails(
        PersonName name,
        List<IdentityVersion> identities,
        List<Identifier> identifiers,
        List<Contact> contacts,
        List<Relative> relatives,
        long version) {
    public PersonDetails {
        identities = List.copyOf(identities);
        identifiers = List.copyOf(identifiers);
        contacts = List.copyOf(contacts);
        relatives = List.copyOf(relatives);
    }

    public IdentityVersion current() {
        return identities.getFirst();
    }
}
