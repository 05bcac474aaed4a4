package org.relais.person;

import org.relais.shared.InvalidInput;

/**
 * A way to reach the person.
 *
 * @param value a telephone number of 6 to 15 digits, an e-mail address, or a postal address of at most 300 characters
 */
public record AddContact(ContactKind kind, String value) {

    /** Whether it would be accepted: for what was not typed at a field that could show a refusal. */
    public boolean acceptable() {
        try {
            ContactBook.checked(this);
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }
}
