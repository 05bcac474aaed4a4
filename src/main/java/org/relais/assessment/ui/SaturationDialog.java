package org.relais.assessment.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.assessment.DecideSaturationScale;
import org.relais.assessment.SaturationScale;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.uikit.FormDialog;

/** Decides by which scale saturation is read, with the reason. */
class SaturationDialog extends FormDialog {

    private final transient AssessmentId id = AssessmentId.create();
    private final RadioButtonGroup<SaturationScale> scale = new RadioButtonGroup<>();
    private final TextField reason = new TextField();
    private final transient CentreId centre;
    private final transient Consumer<DecideSaturationScale> decide;

    SaturationDialog(SaturationScale now, CentreId centre, Consumer<DecideSaturationScale> decide) {
        super(
                I18NProvider.translate("assessment.saturation.title"),
                I18NProvider.translate("assessment.saturation.verb"));
        this.centre = centre;
        this.decide = decide;
        scale.setLabel(getTranslation("assessment.saturation.scale"));
        scale.setItems(SaturationScale.values());
        scale.setItemLabelGenerator(one -> getTranslation(one.key()));
        scale.setValue(now);
        scale.addClassName("relais-wide");
        reason.setLabel(getTranslation("assessment.saturation.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        add("scale", scale);
        add("reason", reason);
    }

    @Override
    protected void save() {
        decide.accept(new DecideSaturationScale(id, required("scale", scale), reason.getValue(), centre));
    }
}
