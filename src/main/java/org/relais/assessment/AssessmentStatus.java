package org.relais.assessment;

import java.util.Locale;

/** What came of a signed form. */
public enum AssessmentStatus {
    /** Everything required is there: total and band. */
    SCORED,
    /** Something required is missing: no total, no band. */
    INCOMPLETE,
    /** The instrument could not be used; the reason is stored. */
    NOT_ASSESSABLE;

    /** The key of its word in the bundles. */
    public String key() {
        return "assessment.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
