package org.relais.reintegration;

/** The names under which an entry of the record carries a contact about a step. */
public final class ContactDetail {

    /** The type of the entries. */
    public static final String TYPE = "reintegration.contact";

    /** A {@link ContactWay}. */
    public static final String WAY = "way";

    /** Whether somebody answered. */
    public static final String REACHED = "reached";

    /** Who was asked; missing when nobody is named. */
    public static final String PARTNER = "partner";

    private ContactDetail() {}
}
