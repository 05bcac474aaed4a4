package org.relais.detox.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

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
        return results().instrument(code);
    }

    /** The word of the result's band; empty without one. */
    Optional<String> band(LatestResult result) {
        return results().band(result);
    }

    /** The total at which the next severity begins; null at the top, and without a result. */
    @Nullable
    Integer nextThreshold(LatestResult result) {
        return results().nextThreshold(result);
    }

    private ResultWords results() {
        return new ResultWords(desk.definitions(), locale);
    }
}
