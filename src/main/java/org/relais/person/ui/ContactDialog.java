package org.relais.person.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.person.AddContact;
import org.relais.person.ContactKind;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Adds a way to reach the person. */
final class ContactDialog extends FormDialog {
    private final Select<ContactKind> kind = new Select<>();
    private final TextField contact = new TextField();
    private final transient Consumer<AddContact> add;

    ContactDialog(Consumer<AddContact> add) {
        super(translate("person.contact.add"), translate("person.save"));
        this.add = add;
        kind.setLabel(getTranslation("person.contact.kind"));
        kind.setItems(ContactKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(ContactKind.TELEPHONE);
        contact.setLabel(getTranslation("person.contact.value"));
        contact.addClassName("relais-wide");
        errors().register("telephone", contact).register("email", contact).register("address", contact);
        fields(kind, contact);
    }

    @Override
    protected void save() {
        add.accept(new AddContact(kind.getValue(), contact.getValue()));
    }
}
