package org.relais.relatives.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.centre.Centre;
import org.relais.person.Relative;
import org.relais.relatives.OfferSupport;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.SupportKind;
import org.relais.shared.SupportOfferId;
import org.relais.uikit.DateField;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Support offered to a relative for themselves. */
final class OfferDialog extends FormDialog {

    private final transient SupportOfferId id = SupportOfferId.create();
    private final Select<SupportKind> kind = new Select<>();
    private final DateField on = new DateField(getTranslation("relatives.field.offered-on"));
    private final TextArea note = new TextArea(getTranslation("relatives.field.note"));
    private final transient Relative relative;
    private final transient Centre centre;
    private final transient Consumer<OfferSupport> save;

    OfferDialog(
            RelativesDesk desk, RelativesWords words, Centre centre, Relative relative, Consumer<OfferSupport> save) {
        super(
                translate("relatives.offer.title", words.relative(relative.name(), relative.relation())),
                translate("relatives.offer.verb"));
        this.relative = relative;
        this.centre = centre;
        this.save = save;
        kind.setLabel(getTranslation("relatives.field.kind"));
        kind.setItems(SupportKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(SupportKind.INFORMATION);
        on.setValue(desk.today(centre.id()));
        note.setMaxLength(RelativeContacts.NOTE);
        note.addClassName("relais-wide");
        add("kind", kind);
        add("on", on);
        add("note", note);
    }

    @Override
    protected void save() {
        save.accept(new OfferSupport(id, relative.id(), centre.id(), kind.getValue(), on.getValue(), note.getValue()));
    }
}
