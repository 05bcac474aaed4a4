package org.relais.relatives.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import org.relais.centre.Centre;
import org.relais.person.Relative;
import org.relais.person.TellingTopic;
import org.relais.record.page.ObservedAt;
import org.relais.relatives.ContactForm;
import org.relais.relatives.LogContact;
import org.relais.relatives.RelativeContacts;
import org.relais.relatives.TellingBand;
import org.relais.shared.RelativeContactId;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/**
 * A contact with a relative, below what they may be told. Only what may be told can be ticked; what was told beyond it has
 * a place of its own, which asks why.
 */
final class LogContactDialog extends FormDialog {

    private final transient RelativeContactId id = RelativeContactId.create();
    private final Select<ContactForm> form = new Select<>();
    private final ObservedAt at;
    private final CheckboxGroup<TellingTopic> told = new CheckboxGroup<>();
    private final TextArea words = new TextArea(getTranslation("relatives.field.words"));
    private final TextArea heard = new TextArea(getTranslation("relatives.field.heard"));
    private final CheckboxGroup<TellingTopic> beyond = new CheckboxGroup<>();
    private final TextArea reason = new TextArea(getTranslation("relatives.field.reason"));
    private final transient Relative relative;
    private final transient Centre centre;
    private final transient Consumer<LogContact> save;

    LogContactDialog(
            RelativesDesk desk,
            RelativesWords texts,
            Centre centre,
            Relative relative,
            ContactForm chosen,
            Consumer<LogContact> save) {
        super(
                translate("relatives.log.title", texts.relative(relative.name(), relative.relation())),
                translate("relatives.log.verb"));
        this.relative = relative;
        this.centre = centre;
        this.save = save;
        this.at = new ObservedAt(centre.serviceDay().zone(), desk.clock());
        var band = TellingBand.of(relative.mayBeTold(), desk.today(centre.id()));
        var bar = new TellingBandBar(band, texts);
        bar.addClassName("relais-wide");
        form.setLabel(getTranslation("relatives.field.form"));
        form.setItems(ContactForm.CALL_FROM, ContactForm.CALL_TO, ContactForm.VISIT, ContactForm.MESSAGE);
        form.setItemLabelGenerator(one -> getTranslation(one.key()));
        form.setValue(chosen);
        told.setLabel(getTranslation("relatives.field.told"));
        told.setItems(band.may());
        told.setItemLabelGenerator(one -> getTranslation(one.key()));
        told.setVisible(!band.may().isEmpty());
        told.addClassName("relais-wide");
        words.setMaxLength(RelativeContacts.WORDS);
        words.addClassName("relais-wide");
        words.setVisible(!band.may().isEmpty());
        heard.setMaxLength(RelativeContacts.WORDS);
        heard.setHelperText(getTranslation("relatives.field.heard.help"));
        heard.addClassName("relais-wide");
        beyond.setLabel(getTranslation("relatives.field.beyond"));
        beyond.setItems(band.mayNot());
        beyond.setItemLabelGenerator(one -> getTranslation(one.key()));
        reason.setMaxLength(RelativeContacts.NOTE);
        reason.setVisible(false);
        beyond.addValueChangeListener(event -> {
            reason.setVisible(!event.getValue().isEmpty());
            words.setVisible(!band.may().isEmpty() || !event.getValue().isEmpty());
        });
        var note = new Paragraph(getTranslation("relatives.beyond.note"));
        note.addClassName("relais-secondary");
        var further = new Details(getTranslation("relatives.beyond.open"), beyond, reason, note);
        further.addClassName("relais-wide");
        further.setVisible(!band.mayNot().isEmpty());
        errors().register("told", told)
                .register("beyond", beyond)
                .register("reason", reason)
                .register("at", at.field());
        fields(bar);
        add("form", form);
        fields(at, told);
        add("words", words);
        add("heard", heard);
        fields(further);
    }

    @Override
    protected void save() {
        save.accept(new LogContact(
                id,
                relative.id(),
                centre.id(),
                form.getValue(),
                at.draft().isEmpty() ? null : at.value(),
                told.getValue(),
                beyond.getValue(),
                words.getValue(),
                reason.getValue(),
                heard.getValue()));
    }
}
