package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.assessment.Assessments;
import org.relais.assessment.EarlyWarning;
import org.relais.assessment.EarlyWarningObstacle;
import org.relais.assessment.EarlyWarningResult;
import org.relais.assessment.EarlyWarningScoring;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.SignedDraft;
import org.relais.assessment.VitalSignLimits;
import org.relais.assessment.VitalSigns;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AssessmentId;
import org.relais.shared.InvalidInput;
import org.relais.shared.Severity;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.SeverityBadge;

/** A set of vital signs with its early-warning score, signed together. */
class VitalSignsForm extends Div {

    private final transient Assessments assessments;
    private final transient ComposerContext context;
    private final transient EarlyWarning rule;
    private final SaturationScale scale;
    private final transient AssessmentId id = AssessmentId.create();
    private final VitalSignsSheet sheet;
    private final Div score = new Div();
    private final TextArea comment;
    private final ObservedAt observed;
    private final transient FieldErrors errors = new FieldErrors();
    private final transient Optional<EarlyWarningObstacle> obstacle;

    VitalSignsForm(
            EarlyWarning rule,
            SaturationScale scale,
            VitalSignLimits limits,
            Assessments assessments,
            ComposerContext context,
            ObservedAt observed,
            Formats formats) {
        this.assessments = assessments;
        this.context = context;
        this.rule = rule;
        this.scale = scale;
        this.observed = observed;
        this.obstacle = assessments.earlyWarningObstacle(context.write(), context.centre());
        addClassName("relais-assessment-form");
        sheet = new VitalSignsSheet(limits, formats, this::edited);
        score.addClassName("relais-score");
        score.getElement().setAttribute("role", "status");
        score.getElement().setAttribute("aria-live", "polite");
        comment = new TextArea(getTranslation("assessment.form.comment"));
        comment.setValueChangeMode(ValueChangeMode.TIMEOUT);
        comment.setValueChangeTimeout(DraftHandle.PAUSE);
        sheet.register(errors);
        errors.register("comment", comment).register("occurredAt", observed.field());
        add(
                sheet,
                score,
                comment,
                observed,
                createFooter(limits),
                context.draft().statusLine());
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        comment.addValueChangeListener(event -> save(event.isFromClient()));
        observed.field().addValueChangeListener(event -> save(event.isFromClient()));
    }

    private Component createFooter(VitalSignLimits limits) {
        return new SigningBar(this, context, this::content, this::sign)
                .with(
                        new RuleFooter(
                                rule.rule(), rule.rule().code(), rule.licence().credit()),
                        new RuleFooter(limits.rule(), getTranslation("assessment.form.limits"), ""));
    }

    private void edited() {
        show();
        save(true);
    }

    private void show() {
        var signs = sheet.check();
        score.removeAll();
        obstacle.ifPresent(why -> score.add(words(
                new SeverityBadge(Severity.WARNING, getTranslation("assessment.news.none")),
                new Span(getTranslation(why.key(), rule.youngest())))));
        if (obstacle.isEmpty() && signs != null && !signs.isEmpty()) {
            try {
                show(EarlyWarningScoring.of(rule, scale).score(signs));
            } catch (InvalidInput tooFine) {
                // The field says so already
            }
        }
        score.setVisible(score.getComponentCount() > 0);
    }

    private void show(EarlyWarningResult result) {
        switch (result) {
            case EarlyWarningResult.EarlyWarningScore found -> {
                var total = new Span(String.valueOf(found.total()));
                total.addClassName("relais-score-total");
                score.add(
                        total,
                        words(
                                new SeverityBadge(
                                        found.band().severity(),
                                        getTranslation(
                                                "assessment.news.risk",
                                                found.band().label().in(getLocale()))),
                                new Span(found.band().response().in(getLocale())),
                                new Span(getTranslation("assessment.news.valid", rule.youngest())),
                                new Span(getTranslation(scale.key()))));
            }
            case EarlyWarningResult.MissingParameters(var missing) ->
                score.add(words(
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

    private void save(boolean byAuthor) {
        if (byAuthor) {
            context.draft().edited(content());
        }
    }

    private void sign() {
        var line = context.draft();
        show();
        errors.run(() -> {
            try {
                VitalSigns signs = sheet.read();
                var draft = line.flush(content());
                var signed = assessments.sign(
                        context.write(),
                        new SignVitalSigns(
                                id,
                                signs,
                                sheet.confirmed(),
                                comment.getValue(),
                                observed.value(),
                                context.centre(),
                                null,
                                new SignedDraft(draft.id(), draft.version())));
                context.signed(signed.entry());
            } catch (StaleDraft stale) {
                line.conflict(stale, content());
            }
        });
    }

    private Map<String, String> content() {
        var content = new HashMap<String, String>();
        sheet.draft(content);
        content.put("comment", comment.getValue());
        content.put("observed", observed.draft());
        return content;
    }

    private void restore(Map<String, String> content) {
        sheet.restore(content);
        comment.setValue(content.getOrDefault("comment", ""));
        observed.restore(content.getOrDefault("observed", ""));
        show();
    }
}
