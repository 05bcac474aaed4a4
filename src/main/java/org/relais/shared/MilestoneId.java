package org.relais.shared;

import java.util.UUID;

/** The id of one milestone of a reintegration track. Time-ordered and not guessable; carries no meaning. */
public record MilestoneId(UUID value) implements Id {

    public MilestoneId {
        Id.requireValue(value);
    }

    /** A new id, given by the application before the row exists. */
    public static MilestoneId create() {
        return new MilestoneId(Id.newValue());
    }

    /**
     * Reads an id from a URL or a form.
     *
     * @throws InvalidInput when the text is not an id
     */
    public static MilestoneId parse(String text) {
        return new MilestoneId(Id.parseValue(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
