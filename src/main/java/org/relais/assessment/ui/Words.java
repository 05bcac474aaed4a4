package org.relais.assessment.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.BandProfile;
import org.relais.assessment.BreathAlcohol;
import org.relais.assessment.Definitions;
import org.relais.assessment.EarlyWarning;
import org.relais.assessment.EarlyWarningObstacle;
import org.relais.assessment.EarlyWarningRisk;
import org.relais.assessment.VitalSign;
import org.relais.rules.RuleHeader;
import org.relais.uikit.Formats;

/** The words of a result, from the version of the rule that it was scored with. */
@org.springframework.stereotype.Component
class Words {

    private static final List<VitalSign> ORDER = List.of(
            VitalSign.HEART_RATE,
            VitalSign.RESPIRATORY_RATE,
            VitalSign.OXYGEN_SATURATION,
            VitalSign.TEMPERATURE,
            VitalSign.GLUCOSE,
            VitalSign.BREATH_ALCOHOL);

    private final Definitions definitions;

    Words(Definitions definitions) {
        this.definitions = definitions;
    }

    static String key(BreathAlcohol.Unit unit) {
        return "assessment.breath-unit." + unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The short name of the instrument, or of the early-warning score. */
    String name(String instrument, int version) {
        return definitions
                .instrument(instrument, version)
                .map(found -> found.shortName())
                .orElse(instrument);
    }

    Optional<RuleHeader> rule(String instrument, int version) {
        return instrument.equals(Definitions.EARLY_WARNING)
                ? definitions.earlyWarning(version).map(found -> found.rule())
                : definitions.instrument(instrument, version).map(found -> found.rule());
    }

    /** The word of the band or risk. */
    Optional<String> band(
            String instrument,
            int version,
            @Nullable String profile,
            @Nullable String band,
            @Nullable Integer total,
            Locale locale) {
        if (band == null || total == null) {
            return Optional.empty();
        }
        if (instrument.equals(Definitions.EARLY_WARNING)) {
            return definitions
                    .earlyWarning(version)
                    .flatMap(rule -> rule.band(EarlyWarningRisk.valueOf(band), total))
                    .map(found -> found.label().in(locale));
        }
        return bands(instrument, version, profile).stream()
                .filter(found -> found.code().equals(band))
                .findFirst()
                .map(found -> found.label().in(locale));
    }

    /** What the early-warning score asks for. */
    Optional<String> response(int version, @Nullable String band, @Nullable Integer total, Locale locale) {
        if (band == null || total == null) {
            return Optional.empty();
        }
        return definitions
                .earlyWarning(version)
                .flatMap(rule -> rule.band(EarlyWarningRisk.valueOf(band), total))
                .map(found -> found.response().in(locale));
    }

    /** Why the early-warning score was not calculated. */
    String obstacle(String code, int version, Locale locale) {
        return translate(
                locale,
                EarlyWarningObstacle.valueOf(code).key(),
                definitions.earlyWarning(version).map(EarlyWarning::youngest).orElse(0));
    }

    /** The total at which the next severity begins; null at the last one. */
    @Nullable
    Integer nextThreshold(String instrument, int version, @Nullable String profile, int total) {
        if (instrument.equals(Definitions.EARLY_WARNING)) {
            return definitions.earlyWarning(version).stream()
                    .flatMap(rule -> rule.risks().stream())
                    .map(risk -> risk.from())
                    .filter(from -> from > total)
                    .findFirst()
                    .orElse(null);
        }
        return bands(instrument, version, profile).stream()
                .map(BandProfile.Band::from)
                .filter(from -> from > total)
                .findFirst()
                .orElse(null);
    }

    /** "148/92 mmHg · pouls 104 /min": what was measured, in the order of the form. */
    String measured(Map<VitalSign, String> values, Locale locale) {
        var parts = new java.util.ArrayList<String>();
        var systolic = values.get(VitalSign.SYSTOLIC_PRESSURE);
        var diastolic = values.get(VitalSign.DIASTOLIC_PRESSURE);
        if (systolic != null || diastolic != null) {
            parts.add(translate(
                    locale,
                    "assessment.entry.pressure",
                    systolic == null ? "–" : systolic,
                    diastolic == null ? "–" : diastolic));
        }
        for (var sign : ORDER) {
            var value = values.get(sign);
            if (value != null) {
                parts.add(translate(locale, sign.key() + ".short") + " " + value);
            }
        }
        return parts.stream().collect(Collectors.joining(" · "));
    }

    /** A value with its unit. */
    static String value(VitalSign sign, Number number, Formats formats, Locale locale) {
        return formats.number(number) + "\u00a0" + translate(locale, sign.key() + ".unit");
    }

    static String translate(Locale locale, String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    private List<BandProfile.Band> bands(String instrument, int version, @Nullable String profile) {
        return definitions
                .instrument(instrument, version)
                .flatMap(rule -> profile == null ? Optional.of(rule.defaultProfile()) : rule.profile(profile))
                .map(BandProfile::bands)
                .orElse(List.of());
    }
}
