package org.relais.assessment;

import java.util.Set;

/** The types of the entries that this room appends to the timeline. */
public final class EntryTypes {

    /** An instrument signed together with a comment. */
    public static final String DETOX_NOTE = "assessment.detox-note";

    public static final String VITAL_SIGNS = "assessment.vital-signs";

    public static final String CIWA_AR = "assessment.ciwa-ar";

    public static final String COWS = "assessment.cows";

    /** Any other instrument; which one it is stands in its title. */
    public static final String INSTRUMENT = "assessment.instrument";

    /** A physician's decision by which scale saturation is read. */
    public static final String SATURATION_SCALE = "assessment.saturation-scale";

    /** What the detail of that entry holds: the name of the {@link SaturationScale}. */
    public static final String SCALE = "scale";

    /** Instruments and detox notes. */
    public static final Set<String> SCORES = Set.of(DETOX_NOTE, CIWA_AR, COWS, INSTRUMENT);

    private EntryTypes() {}

    /** The type of a signed instrument; with a comment the two that drive the detox ward make a detox note. */
    static String of(Instrument instrument, boolean commented) {
        return switch (instrument.rule().code()) {
            case "CIWA_AR" -> commented ? DETOX_NOTE : CIWA_AR;
            case "COWS" -> commented ? DETOX_NOTE : COWS;
            default -> INSTRUMENT;
        };
    }
}
