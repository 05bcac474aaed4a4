package org.relais.assessment;

import java.util.Locale;
import java.util.Set;

/** The types of the entries that this room appends to the timeline. */
public final class EntryTypes {

    /** An instrument signed together with a comment. */
    public static final String DETOX_NOTE = "assessment.detox-note";

    public static final String VITAL_SIGNS = "assessment.vital-signs";

    public static final String CIWA_AR = "assessment.ciwa-ar";

    public static final String COWS = "assessment.cows";

    /** Instruments and detox notes. */
    public static final Set<String> SCORES = Set.of(DETOX_NOTE, CIWA_AR, COWS);

    private EntryTypes() {}

    /** The type of an instrument signed without a comment. */
    static String of(Instrument instrument) {
        return "assessment." + instrument.rule().code().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
