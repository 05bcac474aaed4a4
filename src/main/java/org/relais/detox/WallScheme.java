package org.relais.detox;

import java.util.Locale;

/** The colours of a display on a wall. */
public enum WallScheme {
    /** Dark from nine in the evening to seven in the morning. */
    BY_TIME,
    LIGHT,
    NIGHT;

    /** The key of its word in the bundles. */
    public String key() {
        return "detox.wall.scheme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
