package org.relais.staff.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.shared.StaffId;
import org.relais.staff.EnterColleague;
import org.relais.staff.Role;
import org.relais.uikit.FormDialog;

/** Enters a new colleague with their first place to work. */
final class EnterColleagueDialog extends FormDialog {

    private final TextField username = new TextField(getTranslation("staff.field.username"));
    private final TextField givenName = new TextField(getTranslation("staff.field.given-name"));
    private final TextField familyName = new TextField(getTranslation("staff.field.family-name"));
    private final Select<Role> role = new Select<>();
    private final transient PlaceFields place;
    private final transient Consumer<EnterColleague> enter;
    // Of this dialog: a second click enters the same colleague
    private final transient StaffId id = StaffId.create();

    EnterColleagueDialog(List<Centre> centres, Consumer<EnterColleague> enter) {
        super(I18NProvider.translate("staff.enter.title"), I18NProvider.translate("staff.enter.verb"));
        this.enter = enter;
        username.setHelperText(getTranslation("staff.field.username.help"));
        username.addClassName("relais-wide");
        username.setRequiredIndicatorVisible(true);
        username.getElement().setAttribute("autocapitalize", "none");
        givenName.setRequiredIndicatorVisible(true);
        familyName.setRequiredIndicatorVisible(true);
        role.setLabel(getTranslation("staff.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> getTranslation(one.key()));
        role.setHelperText(getTranslation("staff.field.role.help"));
        role.addClassName("relais-wide");
        errors().register("username", username)
                .register("givenName", givenName)
                .register("familyName", familyName)
                .register("role", role);
        place = new PlaceFields(centres, errors());
        role.addValueChangeListener(change -> place.centre()
                .setRequiredIndicatorVisible(
                        change.getValue() != null && change.getValue().needsCentre()));
        fields(username, givenName, familyName, role, place.centre(), place.unit());
    }

    @Override
    protected void save() {
        enter.accept(new EnterColleague(
                id,
                username.getValue(),
                givenName.getValue(),
                familyName.getValue(),
                role.getValue(),
                place.chosenCentre(),
                place.chosenUnit()));
    }
}
