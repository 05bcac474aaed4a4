package org.relais.plan;

/** The names under which an entry of the record carries what the person aims at. */
public final class AimDetail {

    /** The type of the entries. */
    public static final String TYPE = "plan.aim";

    /** A {@link UseAim}. */
    public static final String AIM = "aim";

    private AimDetail() {}
}
