package org.relais.referral;

/** The names under which an entry of the record carries a referral as it stood at that time. */
public final class ReferralDetail {

    /** The type of the entries. */
    public static final String TYPE = "referral.change";

    /** The kind of the tasks. */
    public static final String TASK = "referral.reminder";

    /** A {@link ReferralState}. */
    public static final String STATE = "state";

    /** A {@link ReferralState}; missing for the first entry and for an exchange. */
    public static final String STATE_BEFORE = "stateBefore";

    /** What the recipient is called. */
    public static final String RECIPIENT = "recipient";

    /** An ISO date: the day it happened. */
    public static final String ON = "on";

    /** An ISO instant; missing without an appointment. */
    public static final String APPOINTMENT = "appointment";

    /** An {@link ExchangeKind}; missing when the entry is no exchange. */
    public static final String EXCHANGE = "exchange";

    /** Whether somebody answered; missing when the entry is no exchange. */
    public static final String REACHED = "reached";

    private ReferralDetail() {}
}
