package org.relais.staff.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.centre.Centre;
import org.relais.uikit.FormDialog;

/** What a centre is called and where it is reached. */
final class ChangeCentreDialog extends FormDialog {

    /** Sends what was typed. */
    interface Change {
        void accept(String name, String telephone);
    }

    private final TextField name = new TextField(getTranslation("staff.centre.name"));
    private final TextField telephone = new TextField(getTranslation("staff.centre.telephone"));
    private final transient Change change;

    ChangeCentreDialog(Centre centre, Change change) {
        super(
                I18NProvider.translate("staff.centre.change.title", centre.name()),
                I18NProvider.translate("staff.centre.save"));
        this.change = change;
        name.setValue(centre.name());
        var number = centre.telephone();
        telephone.setValue(number == null ? "" : number);
        add("name", name);
        add("telephone", telephone);
    }

    @Override
    protected void save() {
        change.accept(name.getValue(), telephone.getValue());
    }
}
