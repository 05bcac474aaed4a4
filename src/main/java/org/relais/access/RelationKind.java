package org.relais.access;

/** Why somebody takes part in a person's care. */
public enum RelationKind {
    /** Registered the person, or took the enquiry. */
    REGISTRATION,
    /** An episode at the unit. */
    EPISODE,
    /** A task given to the member of staff. */
    TASK,
    /** Contacts to be made after the end of a treatment, as the person agreed. */
    FOLLOW_UP,
    /** A transfer both ends agreed on. */
    TRANSFER,
    /** A guest of the unit from a day to a day, as both ends agreed. */
    GUEST,
    /** Named key worker. */
    KEY_WORKER,
    /** An access a coordinator gave a member of staff for a time. */
    GIVEN
}
