package org.relais.escalation;

/** What the entries of this room are called, and what their detail holds. */
public final class EscalationEntries {

    /** An alarm that was resolved. */
    public static final String ALARM = "escalation.alarm";

    /** An event that somebody recorded. */
    public static final String EVENT = "escalation.event";

    /** The code of the rule, or of the event. */
    public static final String CODE = "code";

    /** The version of the rule. */
    public static final String VERSION = "version";

    /** When the alarm was raised. */
    public static final String RAISED = "raised";

    /** What the rule saw, for {@link Reading}. */
    public static final String READINGS = "readings";

    private EscalationEntries() {}
}
