package org.relais.shared;

import java.util.UUID;

/** The id of one contact with a partner about a return to use. Time-ordered and not guessable; carries no meaning. */
public record PartnerContactId(UUID value) implements Id {

    public PartnerContactId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PartnerContactId create() {
        return new PartnerContactId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PartnerContactId parse(String text) {
        return new PartnerContactId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
