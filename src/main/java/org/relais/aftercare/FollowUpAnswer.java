package org.relais.aftercare;

import java.util.Locale;

/** What the person said when asked whether they may be contacted after the exit. Only who agreed is. */
public enum FollowUpAnswer {
    NOT_ASKED,
    AGREED,
    DECLINED;

    /** The key of its word in the bundles. */
    public String key() {
        return "aftercare.answer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
