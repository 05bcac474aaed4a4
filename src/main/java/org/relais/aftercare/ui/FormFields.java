package org.relais.aftercare.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.aftercare.AftercareRule;
import org.relais.aftercare.FollowUpForm;
import org.relais.aftercare.HousingState;
import org.relais.aftercare.WorkState;
import org.relais.uikit.FieldErrors;

/** The questions of a follow-up; each may stay without an answer. */
final class FormFields extends Div {

    private final IntegerField substanceDays;
    private final Select<WorkState> work = new Select<>();
    private final Select<HousingState> housing = new Select<>();
    private final IntegerField qualityOfLife;
    private final IntegerField craving;

    FormFields(AftercareRule rule, FieldErrors errors) {
        addClassNames("relais-wide", "relais-aftercare-form");
        substanceDays = number("substance-days", rule.mostSubstanceDays());
        qualityOfLife = number("quality", rule.mostQualityOfLife());
        craving = number("craving", rule.mostCraving());
        work.setLabel(getTranslation("aftercare.field.work"));
        work.setItems(WorkState.values());
        work.setEmptySelectionAllowed(true);
        work.setEmptySelectionCaption(getTranslation("aftercare.field.unsaid"));
        work.setItemLabelGenerator(one -> one == null ? say("aftercare.field.unsaid") : say(one.key()));
        housing.setLabel(getTranslation("aftercare.field.housing"));
        housing.setItems(HousingState.values());
        housing.setEmptySelectionAllowed(true);
        housing.setEmptySelectionCaption(getTranslation("aftercare.field.unsaid"));
        housing.setItemLabelGenerator(one -> one == null ? say("aftercare.field.unsaid") : say(one.key()));
        errors.register("substanceDays", substanceDays)
                .register("qualityOfLife", qualityOfLife)
                .register("craving", craving)
                .register("work", work)
                .register("housing", housing);
        add(substanceDays, work, housing, qualityOfLife, craving);
    }

    FollowUpForm form() {
        return new FollowUpForm(
                substanceDays.getValue(),
                work.getValue(),
                housing.getValue(),
                qualityOfLife.getValue(),
                craving.getValue());
    }

    void read(FollowUpForm form) {
        substanceDays.setValue(form.substanceDays());
        work.setValue(form.work());
        housing.setValue(form.housing());
        qualityOfLife.setValue(form.qualityOfLife());
        craving.setValue(form.craving());
    }

    private IntegerField number(String key, int most) {
        var field = new IntegerField(say("aftercare.field." + key));
        field.setHelperText(say("aftercare.field." + key + ".help", most));
        return field;
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(locale(), key, arguments);
    }

    private static Locale locale() {
        return com.vaadin.flow.component.UI.getCurrentOrThrow().getLocale();
    }
}
