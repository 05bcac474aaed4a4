package org.relais.person.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;

import org.relais.person.AttachIdentity;
import org.relais.person.PersonDetails;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Says how the person is known from now on, beginning with what is known; the earlier identity stays as history. */
final class AttachIdentityDialog extends FormDialog {
    private final IdentityFields fields = new IdentityFields();
    private final transient PersonDetails known;
    private final transient Consumer<AttachIdentity> attach;

    AttachIdentityDialog(PersonDetails known, Consumer<AttachIdentity> attach) {
        super(translate("person.identity.attach"), translate("person.save"));
        this.known = known;
        this.attach = attach;
        fields.read(known.current());
        fields.register(errors());
        add(new Paragraph(getTranslation("person.identity.attach.help")), fields);
    }

    @Override
    protected void save() {
        attach.accept(new AttachIdentity(fields.value(), known.version()));
    }
}
