package org.relais.record;

import java.util.Locale;

/** Whom the author lets read an entry. May only narrow what the policy matrix gives, never widen it. */
public enum Visibility {
    /** Whoever the matrix lets read the section. */
    TEAM,
    /** Of these, the colleagues of the entry's discipline; the others know that it exists. */
    DISCIPLINE,
    /** The author; the others know that it exists. */
    AUTHOR;

    /** The key of its word in the bundles. */
    public String key() {
        return "record.visibility." + name().toLowerCase(Locale.ROOT);
    }
}
