package org.relais.detox.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.BandProfile;
import org.relais.assessment.BandProfile.Band;
import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.assessment.LatestResult;

/** The words of instruments and their bands in one language. */
record ResultWords(Definitions definitions, Locale locale) {

    /** CIWA-Ar. */
    String instrument(String code) {
        return code.equals(Definitions.EARLY_WARNING)
                ? code
                : instrument(code, 1).map(found -> found.shortName(locale)).orElse(code);
    }

    /** The word of the result's band; empty without one. */
    Optional<String> band(LatestResult result) {
        return bandOf(result).map(band -> band.label().in(locale));
    }

    /** The total at which the next severity begins; null at the top, and without a result. */
    @Nullable
    Integer nextThreshold(LatestResult result) {
        return bandOf(result)
                .flatMap(band -> bands(result).stream()
                        .filter(other -> other.from() > band.to())
                        .findFirst())
                .map(Band::from)
                .orElse(null);
    }

    private Optional<Band> bandOf(LatestResult result) {
        return bands(result).stream()
                .filter(band -> band.code().equals(result.band()))
                .findFirst();
    }

    private List<Band> bands(LatestResult result) {
        return instrument(result.instrument(), result.version())
                .flatMap(Instrument::defaultProfile)
                .map(BandProfile::bands)
                .orElse(List.of());
    }

    private Optional<Instrument> instrument(String code, int version) {
        return definitions.instrument(code, version);
    }
}
