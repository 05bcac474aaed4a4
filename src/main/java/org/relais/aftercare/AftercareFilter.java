package org.relais.aftercare;

/**
 * Which contacts are wanted across people.
 *
 * @param whose one's own and those nobody has taken, or those of the whole team
 * @param which by where their window stands
 */
public record AftercareFilter(Whose whose, Which which) {

    /** One's own that may be made now. */
    public static final AftercareFilter MINE = new AftercareFilter(Whose.MINE, Which.DUE);

    /** Whose contacts. */
    public enum Whose {
        /** Those one makes, and those of one's unit that nobody was named for. */
        MINE,
        /** Also those of colleagues, in the centres all of whose units one works in. */
        TEAM
    }

    /** Where their window stands. */
    public enum Which {
        /** Open, or past. */
        DUE,
        /** Past. */
        LATE,
        /** Also those that lie ahead. */
        ALL
    }
}
