package org.relais.aftercare.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.access.SharingConsent;
import org.relais.aftercare.TellPartner;
import org.relais.aftercare.WayBackRow;
import org.relais.aftercare.WaysBack;
import org.relais.shared.PartnerContactId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** What a partner was told; only those are offered of whom the person agreed that they are. */
final class TellPartnerDialog extends FormDialog {

    private final transient PartnerContactId id = PartnerContactId.create();
    private final Select<SharingConsent> partner = new Select<>();
    private final TextArea words = new TextArea(getTranslation("aftercare.way-back.partner.words"));
    private final transient WayBackRow row;
    private final transient Consumer<TellPartner> save;

    TellPartnerDialog(WayBackRow row, List<SharingConsent> partners, Consumer<TellPartner> save) {
        super(translate("aftercare.way-back.tell.title"), translate("aftercare.way-back.tell.verb"));
        this.row = row;
        this.save = save;
        partner.setLabel(getTranslation("aftercare.way-back.partner"));
        partner.setItems(partners);
        partner.setItemLabelGenerator(one -> String.valueOf(one.organisation()));
        partner.setValue(partners.getFirst());
        words.setMaxLength(WaysBack.WORDS);
        words.addClassName("relais-wide");
        add("partner", partner);
        add("words", words);
        var note = new Paragraph(getTranslation("aftercare.way-back.partners"));
        note.addClassNames("relais-wide", "relais-secondary");
        fields(note);
    }

    @Override
    protected void save() {
        save.accept(new TellPartner(
                id, row.id(), partner.isEmpty() ? null : partner.getValue().id(), words.getValue()));
    }
}
