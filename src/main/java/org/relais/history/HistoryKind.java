package org.relais.history;

import java.util.Locale;

/** The kinds of fact a history holds. */
public enum HistoryKind {
    PROBLEM("history_problem"),
    MEDICATION("history_medication"),
    ENCOUNTER("history_encounter"),
    OBSERVATION("history_observation");

    private final String table;

    HistoryKind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /** The type of its rows in the access log. */
    String resource() {
        return "history-" + name().toLowerCase(Locale.ROOT);
    }

    /** The key of its word in the bundles. */
    public String key() {
        return "history.kind." + name().toLowerCase(Locale.ROOT);
    }
}
