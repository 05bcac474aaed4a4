package org.relais.staff.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;

import org.relais.staff.Role;
import org.relais.staff.StaffMember;
import org.relais.uikit.FormDialog;

/** Gives a colleague another role, and says what follows from it. */
final class ChangeRoleDialog extends FormDialog {

    private final Select<Role> role = new Select<>();
    private final transient Consumer<Role> change;

    ChangeRoleDialog(StaffMember member, Consumer<Role> change) {
        super(I18NProvider.translate("staff.role.change.title", member.name()), I18NProvider.translate("staff.save"));
        this.change = change;
        role.setLabel(getTranslation("staff.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> getTranslation(one.key()));
        role.setValue(member.role());
        role.addClassName("relais-wide");
        errors().register("role", role);
        var words = new Paragraph(getTranslation("staff.role.change.text"));
        words.addClassName("relais-wide");
        fields(words, role);
    }

    @Override
    protected void save() {
        change.accept(role.getValue());
    }
}
