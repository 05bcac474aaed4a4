package org.relais.reintegration.ui;

import java.util.Locale;

/** The ways to look at a person's steps. */
enum BoardView {
    BOARD,
    CALENDAR,
    LIST;

    /** The key of its word in the bundles. */
    String key() {
        return "reintegration.view." + word();
    }

    /** How the address says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
