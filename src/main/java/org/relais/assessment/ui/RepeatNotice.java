package org.relais.assessment.ui;

import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentRow;
import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.Repetition;
import org.relais.shared.Severity;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;
import org.relais.uikit.NoticeBar;

/** When the instrument is repeated, and a warning to be answered when this is too early. */
class RepeatNotice extends Div {

    private final Checkbox accepted = new Checkbox();
    private final Div warning = new Div();
    private final Paragraph text = new Paragraph();
    private transient @Nullable Repetition repetition;
    private @Nullable Instant last;

    RepeatNotice(Runnable edited) {
        addClassName("relais-column");
        accepted.setLabel(getTranslation("assessment.form.repeat-anyway"));
        accepted.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edited.run();
            }
        });
        add(text, warning, accepted);
    }

    /** Shows the rule of an instrument; without one nothing shows. */
    void show(@Nullable Repetition rule, List<AssessmentRow> newestFirst, Formats formats) {
        repetition = rule;
        last = newestFirst.stream()
                .filter(row -> row.findings() != null && row.findings().status() == AssessmentStatus.SCORED)
                .map(AssessmentRow::occurredAt)
                .findFirst()
                .orElse(null);
        setVisible(rule != null);
        text.setText(rule == null ? "" : rule.text().in(getLocale()));
        accepted.setValue(false);
        warning.removeAll();
        if (last != null) {
            warning.add(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("assessment.form.early"),
                    getTranslation("assessment.form.early.text", formats.date(last))));
        }
    }

    /** Says for when the form is filled in. */
    void observed(Instant at) {
        var early = repetition != null && last != null && !last.isAfter(at) && repetition.early(last, at);
        warning.setVisible(early);
        accepted.setVisible(early);
    }

    boolean accepted() {
        return accepted.isVisible() && accepted.getValue();
    }

    void register(FieldErrors errors) {
        if (accepted.isVisible()) {
            errors.register("repeat", accepted);
        }
    }
}
