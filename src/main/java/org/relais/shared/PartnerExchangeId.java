package org.relais.shared;

import java.util.UUID;

/** The id of one call or letter about a referral to a partner. Time-ordered and not guessable; carries no meaning. */
public record PartnerExchangeId(UUID value) implements Id {

    public PartnerExchangeId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PartnerExchangeId create() {
        return new PartnerExchangeId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PartnerExchangeId parse(String text) {
        return new PartnerExchangeId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
