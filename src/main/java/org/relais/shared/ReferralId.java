package org.relais.shared;

import java.util.UUID;

/** The id of one referral that was taken in from elsewhere. Time-ordered and not guessable; carries no meaning. */
public record ReferralId(UUID value) implements Id {

    public ReferralId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static ReferralId create() {
        return new ReferralId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static ReferralId parse(String text) {
        return new ReferralId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
