package org.relais.escalation;

import java.time.Instant;
import java.util.List;

import org.relais.access.Grant;

/**
 * Who knows which doses were given; a room that gives them is asked through a bean of this type. Asked in the transaction
 * of a signed form, with the grant it is signed by. Without any, rules that look at doses see none.
 */
public interface RecentDoses {

    /** The doses given to the person between two moments, both included; what was entered in error is left out. */
    List<GivenDose> given(Grant write, Instant from, Instant until);
}
