package org.relais.assessment.ui;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Definitions;
import org.relais.assessment.EntryDetail;
import org.relais.assessment.EntryTypes;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSign;
import org.relais.record.EntryRow;
import org.relais.record.page.EntryDecoration;
import org.relais.shared.Severity;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Sparkline;

/** How scores and vital signs look in the timeline, from what the entry carries and the rule files in memory. */
@org.springframework.stereotype.Component
class AssessmentDecoration implements EntryDecoration {

    private final Words words;

    AssessmentDecoration(Words words) {
        this.words = words;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EntryTypes.DETOX_NOTE,
                EntryTypes.CIWA_AR,
                EntryTypes.COWS,
                EntryTypes.INSTRUMENT,
                EntryTypes.SATURATION_SCALE,
                EntryTypes.VITAL_SIGNS);
    }

    @Override
    public @Nullable String title(EntryRow row, Locale locale) {
        if (EntryTypes.SATURATION_SCALE.equals(row.type())) {
            var scale = row.detail().get(EntryTypes.SCALE);
            return scale == null
                    ? row.title()
                    : Words.translate(locale, SaturationScale.valueOf(scale).key());
        }
        return EntryDetail.read(row.detail())
                .map(detail -> title(detail, locale))
                .orElseGet(row::title);
    }

    @Override
    public Optional<Glyph> glyph(EntryRow row) {
        return Optional.of(EntryTypes.VITAL_SIGNS.equals(row.type()) ? Glyph.HEART_PULSE : Glyph.ACTIVITY);
    }

    @Override
    public List<Component> badges(EntryRow row) {
        return EntryDetail.read(row.detail()).map(this::badges).orElse(List.of());
    }

    @Override
    public Optional<Component> body(EntryRow row) {
        return EntryDetail.read(row.detail()).map(detail -> body(row, detail));
    }

    private String title(EntryDetail detail, Locale locale) {
        var name = words.name(detail.instrument(), detail.version(), locale);
        return switch (detail.status()) {
            case SCORED ->
                detail.total() == null
                        ? name
                        : Words.translate(locale, "assessment.entry.score", name, String.valueOf(detail.total()))
                                + change(detail, locale);
            case INCOMPLETE -> Words.translate(locale, "assessment.entry.incomplete", name);
            case NOT_ASSESSABLE -> Words.translate(locale, "assessment.entry.not-assessable", name);
        };
    }

    private static String change(EntryDetail detail, Locale locale) {
        var since = detail.since();
        if (since == null || detail.change().isEmpty()) {
            return "";
        }
        int change = detail.change().get();
        var formats = new Formats(locale, ZoneOffset.UTC);
        var key = change == 0 ? "same" : change > 0 ? "rising" : "falling";
        return Words.translate(
                locale,
                "assessment.entry.change." + key,
                change > 0 ? "+" + change : String.valueOf(change),
                formats.duration(since));
    }

    private List<Component> badges(EntryDetail detail) {
        var locale = UI.getCurrentOrThrow().getLocale();
        var badges = new ArrayList<Component>();
        var total = detail.total();
        var severity = detail.severity();
        if (detail.status() == AssessmentStatus.SCORED) {
            words.band(detail.instrument(), detail.version(), detail.profile(), detail.band(), total, locale)
                    .ifPresent(band ->
                            badges.add(new SeverityBadge(severity == null ? Severity.NEUTRAL : severity, band)));
            if (total != null && severity != null && !detail.previous().isEmpty()) {
                badges.add(course(detail, total, severity, locale));
            }
        } else {
            badges.add(new SeverityBadge(
                    detail.status() == AssessmentStatus.NOT_ASSESSABLE ? Severity.WARNING : Severity.NEUTRAL,
                    detail.status() == AssessmentStatus.NOT_ASSESSABLE ? Glyph.BAN : Glyph.CIRCLE_DASHED,
                    Words.translate(locale, detail.status().key())));
        }
        words.rule(detail.instrument(), detail.version())
                .filter(rule -> !rule.approved())
                .ifPresent(rule -> badges.add(new NotApprovedMark(rule)));
        return badges;
    }

    private Component course(EntryDetail detail, int total, Severity severity, Locale locale) {
        var totals = new ArrayList<>(detail.previous());
        totals.add(total);
        return new Sparkline(
                totals,
                words.nextThreshold(detail.instrument(), detail.version(), detail.profile(), total),
                severity,
                Words.translate(
                        locale,
                        "assessment.totals",
                        totals.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private Component body(EntryRow row, EntryDetail detail) {
        var locale = UI.getCurrentOrThrow().getLocale();
        var body = new Div();
        body.addClassName("relais-column");
        words.alerts(detail.instrument(), detail.version(), detail.alerts(), locale)
                .forEach(alert -> body.add(new SeverityBadge(alert.severity(), alert.text())));
        words.parts(detail.instrument(), detail.version(), detail.parts(), locale)
                .ifPresent(body::add);
        var reason =
                words.reason(detail.instrument(), detail.version(), detail.reason(), detail.reasonDetail(), locale);
        if (!reason.isEmpty()) {
            body.add(new Paragraph(reason));
        }
        var measured = words.measured(formatted(detail.measured(), detail.bloodEquivalent(), locale), locale);
        if (!measured.isEmpty()) {
            body.add(new Paragraph(measured));
        }
        if (!detail.missing().isEmpty() && detail.instrument().equals(Definitions.EARLY_WARNING)) {
            body.add(new Paragraph(Words.translate(
                    locale,
                    "assessment.news.missing",
                    detail.missing().stream()
                            .map(parameter -> Words.translate(locale, parameter.key()))
                            .collect(Collectors.joining(", ")))));
        }
        if (detail.instrument().equals(Definitions.EARLY_WARNING)) {
            words.response(detail.version(), detail.band(), detail.total(), locale)
                    .ifPresent(text -> body.add(new Paragraph(text)));
        }
        if (row.text() != null) {
            var text = new Div(row.text());
            text.addClassName("relais-entry-text");
            body.add(text);
        }
        return body;
    }

    /** The values with their units; breath alcohol as its blood equivalent. */
    static Map<VitalSign, String> formatted(
            Map<VitalSign, BigDecimal> measured, @Nullable BigDecimal bloodEquivalent, Locale locale) {
        var formats = new Formats(locale, ZoneOffset.UTC);
        var texts = new EnumMap<VitalSign, String>(VitalSign.class);
        measured.forEach((sign, value) -> {
            var shown = sign == VitalSign.BREATH_ALCOHOL && bloodEquivalent != null ? bloodEquivalent : value;
            var pressure = sign == VitalSign.SYSTOLIC_PRESSURE || sign == VitalSign.DIASTOLIC_PRESSURE;
            texts.put(sign, pressure ? formats.number(shown) : Words.value(sign, shown, formats, locale));
        });
        return texts;
    }
}
