package org.relais.detox.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.BandProfile;
import org.relais.assessment.BandProfile.Band;
import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.assessment.LatestResult;
import org.relais.detox.DetoxRow;
import org.relais.detox.ObservationCourse;
import org.relais.detox.Substance;
import org.relais.uikit.DueLabel;

/** The words of withdrawal monitoring in one language. */
record DetoxWords(DetoxDesk desk, Locale locale) {

    /** When the observation is due, ticking; the clock counts in whole minutes, the label in seconds. */
    static DueLabel due(ObservationCourse course) {
        return new DueLabel(course.dueAt(), course.grace().plusSeconds(59));
    }

    String say(String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    /** Alcohol + benzodiazepine. */
    String substances(List<Substance> substances) {
        return substances.stream().map(one -> say(one.key())).collect(Collectors.joining(" + "));
    }

    String protocol(DetoxRow detox) {
        return detox.protocol().isEmpty()
                ? ""
                : desk.protocols()
                        .version(detox.protocol(), detox.protocolVersion())
                        .name()
                        .in(locale);
    }

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
        return desk.definitions().instrument(code, version);
    }
}
