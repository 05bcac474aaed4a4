package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.Map;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.assessment.Assessments;
import org.relais.assessment.EarlyWarning;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.SignedDraft;
import org.relais.assessment.VitalSignLimits;
import org.relais.assessment.VitalSigns;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AssessmentId;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/** A set of vital signs with its early-warning score, signed together. */
class VitalSignsForm extends Div {

    private final transient Assessments assessments;
    private final transient ComposerContext context;
    private final transient EarlyWarning rule;
    private final transient AssessmentId id = AssessmentId.create();
    private final VitalSignsSheet sheet;
    private final EarlyWarningPanel score;
    private final TextArea comment;
    private final ObservedAt observed;
    private final transient FieldErrors errors = new FieldErrors();

    VitalSignsForm(
            EarlyWarning rule,
            VitalSignLimits limits,
            Assessments assessments,
            ComposerContext context,
            ObservedAt observed,
            Formats formats) {
        this.assessments = assessments;
        this.context = context;
        this.rule = rule;
        this.observed = observed;
        addClassName("relais-assessment-form");
        sheet = new VitalSignsSheet(limits, formats, this::edited);
        score = new EarlyWarningPanel(rule, assessments.earlyWarningObstacle(context.write(), context.centre()));
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
                new RuleFooter(rule.rule(), rule.rule().code(), rule.licence().credit()),
                new RuleFooter(limits.rule(), getTranslation("assessment.form.limits"), ""),
                new SigningBar(this, context, this::content, this::sign),
                context.draft().statusLine());
        restore(context.draft().restored());
        context.draft().onReplaced(this::restore);
        comment.addValueChangeListener(event -> save(event.isFromClient()));
        observed.field().addValueChangeListener(event -> save(event.isFromClient()));
    }

    private void edited() {
        show();
        save(true);
    }

    private void show() {
        score.show(sheet.check());
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
