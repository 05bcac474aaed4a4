package org.relais.shared;

import java.util.UUID;

/** The id of one referral of a person to a partner. Time-ordered and not guessable; carries no meaning. */
public record PartnerReferralId(UUID value) implements Id {

    public PartnerReferralId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static PartnerReferralId create() {
        return new PartnerReferralId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static PartnerReferralId parse(String text) {
        return new PartnerReferralId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
