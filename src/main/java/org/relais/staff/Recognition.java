package org.relais.staff;

/** What became of an identity that the provider vouches for. */
public sealed interface Recognition {

    /** A member of staff, active, with the one role the provider gives. */
    record Known(StaffMember member) implements Recognition {}

    /** Nobody who may sign in, and why. */
    record Refused(Reason reason) implements Recognition {}

    /** Why nobody may sign in with an identity. */
    enum Reason {
        /** No member of staff has this account, or they left, or the user name now belongs to another account. */
        UNKNOWN_ACCOUNT,
        /** The provider gives none of the roles of {@link Role}. */
        NO_ROLE,
        /** The provider gives several of them, and nobody guesses which rights are meant. */
        SEVERAL_ROLES
    }
}
