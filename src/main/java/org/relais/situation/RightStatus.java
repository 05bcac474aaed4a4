package org.relais.situation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The life of a right or benefit (domain reference F.4): to request, filed, more information asked for, then granted or
 * refused, and expired in the end. A granted one is renewed by being granted anew, a refused one is filed again by an
 * appeal, an expired one can be requested anew.
 */
public enum RightStatus {
    TO_REQUEST,
    FILED,
    MORE_INFO,
    GRANTED,
    REFUSED,
    EXPIRED;

    /** What a right may begin with: some people come with rights they already have. */
    public static final Set<RightStatus> FIRST = Set.copyOf(EnumSet.of(TO_REQUEST, FILED, GRANTED));

    /** The statuses it may change to, in the order in which they are offered. */
    public Set<RightStatus> next() {
        return switch (this) {
            case TO_REQUEST -> EnumSet.of(FILED, EXPIRED);
            case FILED -> EnumSet.of(MORE_INFO, GRANTED, REFUSED);
            case MORE_INFO -> EnumSet.of(FILED, GRANTED, REFUSED);
            case GRANTED -> EnumSet.of(GRANTED, EXPIRED);
            case REFUSED -> EnumSet.of(FILED, EXPIRED);
            case EXPIRED -> EnumSet.of(TO_REQUEST);
        };
    }

    /** Whether it may change to the other. */
    public boolean mayBecome(RightStatus other) {
        return next().contains(other);
    }

    /** Whether somebody still has to do something for it. */
    public boolean open() {
        return this != EXPIRED;
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "situation.right.status." + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
