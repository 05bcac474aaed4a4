package org.relais.staff.ui;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.staff.StaffMember;
import org.relais.uikit.FormDialog;

/** Changes how a colleague is named. */
final class ChangeNamesDialog extends FormDialog {

    private final TextField givenName = new TextField(getTranslation("staff.field.given-name"));
    private final TextField familyName = new TextField(getTranslation("staff.field.family-name"));
    private final transient BiConsumer<String, String> change;

    ChangeNamesDialog(StaffMember member, BiConsumer<String, String> change) {
        super(I18NProvider.translate("staff.names.change"), I18NProvider.translate("staff.save"));
        this.change = change;
        givenName.setValue(member.givenName());
        givenName.setRequiredIndicatorVisible(true);
        familyName.setValue(member.familyName());
        familyName.setRequiredIndicatorVisible(true);
        errors().register("givenName", givenName).register("familyName", familyName);
        fields(givenName, familyName);
    }

    @Override
    protected void save() {
        change.accept(givenName.getValue(), familyName.getValue());
    }
}
