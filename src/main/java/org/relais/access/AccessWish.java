package org.relais.access;

import java.util.Locale;

/** What somebody of another centre asks for. */
public enum AccessWish {
    /** To read and write with those who follow the person. */
    ACCESS,
    /** That the person comes to the asker's centre: the access is for preparing the transfer. */
    TRANSFER;

    /** The key of its word in the bundles. */
    public String key() {
        return "access.wish." + name().toLowerCase(Locale.ROOT);
    }
}
