package org.relais.oversight.ui;

import java.util.Locale;

/** A stretch of the log that is asked for by name. */
enum Period {
    TODAY,
    WEEK,
    MONTH,
    /** Between two days that are given with it. */
    DAYS,
    ALL;

    /** How the address calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "oversight.period." + word();
    }
}
