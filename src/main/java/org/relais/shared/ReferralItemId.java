package org.relais.shared;

import java.util.UUID;

/** The id of one note or alert that a referral brought. Time-ordered and not guessable; carries no meaning. */
public record ReferralItemId(UUID value) implements Id {

    public ReferralItemId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ReferralItemId create() {
        return new ReferralItemId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ReferralItemId parse(String text) {
        return new ReferralItemId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
