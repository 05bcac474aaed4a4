package org.relais.shared;

import java.util.UUID;

/** The id of one rating of a person's needs. Time-ordered and not guessable; carries no meaning. */
public record SocialAssessmentId(UUID value) implements Id {

    public SocialAssessmentId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static SocialAssessmentId create() {
        return new SocialAssessmentId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static SocialAssessmentId parse(String text) {
        return new SocialAssessmentId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
