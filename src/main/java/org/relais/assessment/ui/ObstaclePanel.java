package org.relais.assessment.ui;

import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

import org.relais.assessment.NotAssessableChoices;
import org.relais.assessment.NotAssessableChoices.Reason;
import org.relais.assessment.SignInstrument.Obstacle;
import org.relais.record.page.DraftHandle;
import org.relais.uikit.FieldErrors;

/** Why the instrument cannot be used, from the reasons that it knows. */
class ObstaclePanel extends Div {

    private final NotAssessableChoices choices;
    private final Select<Reason> reason = new Select<>();
    private final TextField detail = new TextField();

    ObstaclePanel(NotAssessableChoices choices, Runnable edited) {
        this.choices = choices;
        addClassNames("relais-column");
        reason.setLabel(getTranslation("assessment.form.reason"));
        reason.setItems(choices.reasons());
        reason.setItemLabelGenerator(choice -> choice.text().in(getLocale()));
        detail.setLabel(getTranslation("assessment.form.reason-detail"));
        detail.setValueChangeMode(ValueChangeMode.TIMEOUT);
        detail.setValueChangeTimeout(DraftHandle.PAUSE);
        reason.addValueChangeListener(event -> tell(event.isFromClient(), edited));
        detail.addValueChangeListener(event -> tell(event.isFromClient(), edited));
        add(reason, detail);
    }

    void register(FieldErrors errors) {
        errors.register("reason", reason).register("detail", detail);
    }

    /** What was chosen; a missing reason is refused when signed. */
    Obstacle obstacle() {
        return new Obstacle(reasonCode(), detail.getValue());
    }

    void draft(Map<String, String> content) {
        content.put("reason", reasonCode());
        content.put("detail", detail.getValue());
    }

    void restore(Map<String, String> content) {
        choices.reason(content.getOrDefault("reason", "")).ifPresent(reason::setValue);
        detail.setValue(content.getOrDefault("detail", ""));
    }

    private String reasonCode() {
        return Optional.ofNullable(reason.getValue()).map(Reason::code).orElse("");
    }

    private static void tell(boolean byAuthor, Runnable edited) {
        if (byAuthor) {
            edited.run();
        }
    }
}
