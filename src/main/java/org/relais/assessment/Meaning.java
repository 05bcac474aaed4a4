package org.relais.assessment;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/** What a result means: the band of a total, or an outcome that was decided by conditions. */
public sealed interface Meaning permits BandProfile.Band, Outcome {

    String code();

    Severity severity();

    LocalText label();

    /** What to do about it; null where the rule says nothing more. */
    @Nullable
    LocalText advice();
}
