package org.relais.assessment.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.BandProfile;
import org.relais.assessment.BreathAlcohol;
import org.relais.assessment.Definitions;
import org.relais.assessment.EarlyWarning;
import org.relais.assessment.EarlyWarningObstacle;
import org.relais.assessment.EarlyWarningRisk;
import org.relais.assessment.PartResult;
import org.relais.assessment.Repetition;
import org.relais.assessment.VitalSign;
import org.relais.rules.RuleHeader;
import org.relais.shared.Severity;
import org.relais.uikit.Band;
import org.relais.uikit.Formats;
import org.relais.uikit.SeverityBadge;

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
    String name(String instrument, int version, Locale locale) {
        return definitions
                .instrument(instrument, version)
                .map(found -> found.shortName(locale))
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
        if (band == null) {
            return Optional.empty();
        }
        if (instrument.equals(Definitions.EARLY_WARNING)) {
            return total == null
                    ? Optional.empty()
                    : definitions
                            .earlyWarning(version)
                            .flatMap(rule -> rule.band(EarlyWarningRisk.valueOf(band), total))
                            .map(found -> found.label().in(locale));
        }
        return definitions
                .instrument(instrument, version)
                .flatMap(rule -> rule.meaning(profile, band))
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

    /** Why a form could not be used, empty when it was. */
    String reason(String instrument, int version, @Nullable String code, @Nullable String told, Locale locale) {
        if (code == null) {
            return "";
        }
        if (instrument.equals(Definitions.EARLY_WARNING)) {
            return obstacle(code, version, locale);
        }
        return definitions
                .instrument(instrument, version)
                .map(rule -> rule.notAssessable())
                .flatMap(choices -> choices.reason(code))
                .map(reason -> reason.text().in(locale) + (told == null ? "" : " : " + told))
                .orElse("");
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

    /** What fired, in the words of the version it was scored with. */
    List<Alert> alerts(String instrument, int version, List<String> codes, Locale locale) {
        var rule = definitions.instrument(instrument, version).orElse(null);
        if (rule == null || codes.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        rule.alerts().stream()
                                .filter(alert -> codes.contains(alert.code()))
                                .map(alert ->
                                        new Alert(alert.severity(), alert.text().in(locale))),
                        rule.changes().stream()
                                .filter(change -> codes.contains(change.code()))
                                .map(change -> new Alert(
                                        change.severity(), change.text().in(locale))),
                        Stream.of(new Alert(Severity.INFO, translate(locale, "assessment.form.early")))
                                .filter(early -> codes.contains(Repetition.EARLY)))
                .flatMap(alerts -> alerts)
                .toList();
    }

    /** Something that fired. */
    record Alert(Severity severity, String text) {}

    /** The scores of some of the items as a list; empty without any. */
    Optional<Component> parts(String instrument, int version, List<PartResult> parts, Locale locale) {
        var rule = definitions.instrument(instrument, version).orElse(null);
        if (rule == null || parts.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("relais-score-parts");
        for (var part : parts) {
            var definition = rule.part(part.part());
            var number = new Span(String.valueOf(part.total()));
            number.addClassNames("relais-strong", "relais-numeric");
            var line = new ListItem(
                    new Span(definition.map(found -> found.title().in(locale)).orElse(part.part())), number);
            definition
                    .flatMap(found -> found.bands().stream()
                            .filter(band -> band.code().equals(part.band()))
                            .findFirst())
                    .ifPresent(band -> line.add(
                            new SeverityBadge(band.severity(), band.label().in(locale))));
            list.add(line);
        }
        return Optional.of(list);
    }

    /** What the totals of an instrument mean, or of the early-warning score, as a chart draws it. */
    List<Band> chart(String instrument, int version, @Nullable String profile, Locale locale) {
        if (instrument.equals(Definitions.EARLY_WARNING)) {
            return definitions.earlyWarning(version).map(EarlyWarning::risks).orElse(List.of()).stream()
                    .map(risk -> new Band(
                            risk.from(),
                            risk.to(),
                            risk.severity(),
                            risk.label().in(locale)))
                    .toList();
        }
        return bands(bands(instrument, version, profile), locale);
    }

    /** The bands as a line or a chart draws them. */
    static List<Band> bands(List<BandProfile.Band> bands, Locale locale) {
        return bands.stream()
                .map(band -> new Band(
                        band.from(), band.to(), band.severity(), band.label().in(locale)))
                .toList();
    }

    static String translate(Locale locale, String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }

    private List<BandProfile.Band> bands(String instrument, int version, @Nullable String profile) {
        return definitions
                .instrument(instrument, version)
                .flatMap(rule -> profile == null ? rule.defaultProfile() : rule.profile(profile))
                .map(BandProfile::bands)
                .orElse(List.of());
    }
}
