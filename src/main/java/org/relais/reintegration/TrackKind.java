package org.relais.reintegration;

import java.util.Locale;

/** The kinds of reintegration projects (domain reference F.5). The rule of a kind has its name as code. */
public enum TrackKind {
    HOUSING,
    EDUCATION,
    TRAINING,
    EMPLOYMENT,
    VOLUNTEERING,
    MEETING_PLACE;

    /** The part of life it belongs to. */
    public StepDomain domain() {
        return StepDomain.valueOf(name());
    }

    /** The key of what is said of the days to its aim. */
    public String key(String part) {
        return "reintegration.track." + part + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
