package org.relais.person.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.person.AbsorbedRecord;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Makes two records of one again, and says why. */
final class PartRecordsDialog extends FormDialog {
    private final TextField reason = new TextField(getTranslation("person.part.reason"));
    private final transient Consumer<String> part;

    PartRecordsDialog(AbsorbedRecord absorbed, Consumer<String> part) {
        super(translate("person.part.title"), translate("person.part.verb"));
        this.part = part;
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        errors().register("reason", reason);
        add(new Paragraph(getTranslation(
                "person.part.text", absorbed.name().display(), absorbed.name().fileNumber())));
        fields(reason);
    }

    @Override
    protected void save() {
        part.accept(reason.getValue());
    }
}
