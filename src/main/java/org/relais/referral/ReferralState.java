package org.relais.referral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.relais.shared.Conflict;

/**
 * The life of a referral (domain reference F.3). It is closed only when it is known what came of it: attended, not
 * attended, refused or withdrawn, each with an outcome in words.
 */
public enum ReferralState {
    DRAFT,
    CONSENTED,
    SENT,
    RECEIVED,
    ACCEPTED,
    WAITLISTED,
    REFUSED,
    APPOINTMENT,
    ATTENDED,
    NO_SHOW,
    CLOSED,
    WITHDRAWN;

    /** The states it may change to, in the order in which they are offered. */
    public Set<ReferralState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(CONSENTED, WITHDRAWN);
            case CONSENTED -> EnumSet.of(SENT, WITHDRAWN);
            case SENT -> EnumSet.of(RECEIVED, WITHDRAWN);
            case RECEIVED -> EnumSet.of(ACCEPTED, WAITLISTED, REFUSED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(APPOINTMENT, WITHDRAWN);
            case WAITLISTED -> EnumSet.of(ACCEPTED, REFUSED, APPOINTMENT, WITHDRAWN);
            case APPOINTMENT -> EnumSet.of(APPOINTMENT, ATTENDED, NO_SHOW, WITHDRAWN);
            case NO_SHOW -> EnumSet.of(APPOINTMENT, CLOSED);
            case ATTENDED, REFUSED -> EnumSet.of(CLOSED);
            case CLOSED, WITHDRAWN -> EnumSet.noneOf(ReferralState.class);
        };
    }

    /** Whether it may change to the other. */
    public boolean mayBecome(ReferralState other) {
        return next().contains(other);
    }

    /** Whether it is known what came of it. */
    public boolean loopClosed() {
        return switch (this) {
            case REFUSED, ATTENDED, NO_SHOW, CLOSED, WITHDRAWN -> true;
            case DRAFT, CONSENTED, SENT, RECEIVED, ACCEPTED, WAITLISTED, APPOINTMENT -> false;
        };
    }

    /** Whether it cannot be said without words: why, or what came of it. */
    public boolean needsOutcome() {
        return loopClosed();
    }

    /** Whether the letter has left. */
    public boolean sent() {
        return this != DRAFT && this != CONSENTED && this != WITHDRAWN;
    }

    /** Whether something is awaited of the partner or of the day of the appointment. */
    public boolean awaiting() {
        return sent() && !loopClosed();
    }

    /**
     * The states it passes on the way: an answer says that the letter was received, an appointment that the person was
     * accepted.
     *
     * @throws Conflict when it cannot go there
     */
    public List<ReferralState> way(ReferralState to) {
        if (mayBecome(to)) {
            return List.of(to);
        }
        var implied =
                switch (to) {
                    case SENT -> CONSENTED;
                    case ACCEPTED, WAITLISTED, REFUSED -> RECEIVED;
                    case APPOINTMENT -> ACCEPTED;
                    case DRAFT, CONSENTED, RECEIVED, ATTENDED, NO_SHOW, CLOSED, WITHDRAWN -> null;
                };
        if (implied == null || implied == this) {
            throw new Conflict("referral.error.move");
        }
        var way = new ArrayList<>(way(implied));
        way.add(to);
        return way;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "referral.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
