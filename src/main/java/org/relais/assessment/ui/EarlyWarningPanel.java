package org.relais.assessment.ui;

import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.EarlyWarning;
import org.relais.assessment.EarlyWarningObstacle;
import org.relais.assessment.EarlyWarningResult;
import org.relais.assessment.EarlyWarningScoring;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSigns;
import org.relais.shared.InvalidInput;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** The early-warning score of the vital signs as they are typed; or why there is none. */
class EarlyWarningPanel extends Div {

    private final transient EarlyWarning rule;
    private final transient Optional<EarlyWarningObstacle> obstacle;

    EarlyWarningPanel(EarlyWarning rule, Optional<EarlyWarningObstacle> obstacle) {
        this.rule = rule;
        this.obstacle = obstacle;
        addClassName("relais-score");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    /** @param signs null while a field holds no number */
    void show(@Nullable VitalSigns signs) {
        removeAll();
        obstacle.ifPresent(why -> add(words(
                new SeverityBadge(Severity.WARNING, getTranslation("assessment.news.none")),
                new Span(getTranslation(why.key(), rule.youngest())))));
        if (obstacle.isEmpty() && signs != null && !signs.isEmpty()) {
            try {
                show(EarlyWarningScoring.of(rule, SaturationScale.SCALE_1).score(signs));
            } catch (InvalidInput tooFine) {
                // The field says so already
            }
        }
        setVisible(getComponentCount() > 0);
    }

    private void show(EarlyWarningResult result) {
        switch (result) {
            case EarlyWarningResult.EarlyWarningScore found -> {
                var total = new Span(String.valueOf(found.total()));
                total.addClassName("relais-score-total");
                add(
                        total,
                        words(
                                new SeverityBadge(
                                        found.band().severity(),
                                        getTranslation(
                                                "assessment.news.risk",
                                                found.band().label().in(getLocale()))),
                                new Span(found.band().response().in(getLocale())),
                                new Span(getTranslation("assessment.news.valid", rule.youngest()))));
            }
            case EarlyWarningResult.MissingParameters(var missing) ->
                add(words(
                        new SeverityBadge(
                                Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("assessment.news.none")),
                        new Span(getTranslation(
                                "assessment.news.missing",
                                missing.stream()
                                        .map(parameter -> getTranslation(parameter.key()))
                                        .collect(Collectors.joining(", "))))));
        }
    }

    private static Component words(Component... parts) {
        var words = new Div(parts);
        words.addClassName("relais-score-words");
        return words;
    }
}
