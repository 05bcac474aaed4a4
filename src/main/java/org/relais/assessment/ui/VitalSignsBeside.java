package org.relais.assessment.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

import org.relais.assessment.Assessments;
import org.relais.assessment.Definitions;
import org.relais.assessment.SignVitalSigns;
import org.relais.assessment.VitalSigns;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ObservedAt;
import org.relais.shared.AssessmentId;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/** Vital signs taken with an instrument: their fields below its items, kept in its draft and signed with it. */
class VitalSignsBeside extends Section {

    private static final String KEPT = "vital.";

    private final transient AssessmentId id = AssessmentId.create();
    private final transient ComposerContext context;
    private final VitalSignsSheet sheet;
    private final EarlyWarningPanel score;
    private Runnable edited = () -> {};

    VitalSignsBeside(Definitions definitions, Assessments assessments, ComposerContext context, Formats formats) {
        this.context = context;
        var rule = definitions.earlyWarning(context.centre());
        score = new EarlyWarningPanel(rule, assessments.earlyWarningObstacle(context.write(), context.centre()));
        sheet = new VitalSignsSheet(definitions.limits(context.centre()), formats, () -> {
            show();
            edited.run();
        });
        var title = new H3(getTranslation("assessment.composer.vital-signs"));
        title.setId("relais-vital-signs-beside");
        addClassName("relais-vital-beside");
        getElement().setAttribute("aria-labelledby", "relais-vital-signs-beside");
        add(title, last(assessments, rule.rule().code(), formats), sheet, score);
    }

    private Span last(Assessments assessments, String code, Formats formats) {
        var last = assessments.results(context.write(), code, null, 1).rows().stream()
                .filter(row ->
                        row.counts() && row.findings() != null && row.findings().total() != null)
                .findFirst();
        var words = new Span(last.map(row -> getTranslation(
                        "assessment.form.last",
                        String.valueOf(Optional.ofNullable(row.findings())
                                .orElseThrow()
                                .total()),
                        formats.dateTime(row.occurredAt())))
                .orElse(""));
        words.addClassNames("relais-secondary", "relais-numeric");
        words.setVisible(last.isPresent());
        return words;
    }

    /** What happens after each change by the author. */
    void onEdited(Runnable wanted) {
        edited = wanted;
    }

    void register(FieldErrors errors) {
        sheet.register(errors);
    }

    /** What is to be signed with the instrument; empty when nothing was measured. */
    Optional<SignVitalSigns> read(ObservedAt observed) {
        show();
        VitalSigns signs = sheet.read();
        return signs.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignVitalSigns(
                        id, signs, sheet.confirmed(), null, observed.value(), context.centre(), null, null));
    }

    void draft(Map<String, String> content) {
        var own = new HashMap<String, String>();
        sheet.draft(own);
        own.forEach((field, value) -> {
            if (!value.isEmpty()) {
                content.put(KEPT + field, value);
            }
        });
    }

    void restore(Map<String, String> content) {
        var own = new HashMap<String, String>();
        content.forEach((field, value) -> {
            if (field.startsWith(KEPT)) {
                own.put(field.substring(KEPT.length()), value);
            }
        });
        sheet.restore(own);
        show();
    }

    private void show() {
        score.show(sheet.check());
    }
}
