package org.relais.assessment;

import java.util.Locale;

/** Why the early-warning score is not valid for a person (domain reference A.13). Their vital signs are kept as they are. */
public enum EarlyWarningObstacle {
    TOO_YOUNG,
    PREGNANCY;

    /** The key of its sentence in the bundles; its argument is the youngest age. */
    public String key() {
        return "assessment.news.obstacle." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
