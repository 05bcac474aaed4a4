package org.relais.reintegration;

/** What a change says about the answer from outside that a step may wait for. */
public enum Answer {
    /** Nothing; a step that somebody outside sees to awaits one as soon as it is begun. */
    AS_BEFORE,
    /** It is awaited from now on, unless it was before. */
    AWAITED,
    /** It came, or is no longer awaited. */
    CAME
}
