package org.relais.escalation;

import java.time.Instant;

import org.relais.access.Grant;

/**
 * Who knows which instruments a protocol asks for; a room that watches by protocols is asked through a bean of this
 * type, in the transaction of a signed form. Without any, nothing was asked for.
 */
public interface ScheduledObservations {

    /** Whether a protocol that the person was watched by at the moment asks for the instrument. */
    boolean asksFor(Grant write, String instrument, Instant moment);
}
