package org.relais.person.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.person.AddAlert;
import org.relais.person.AlertKind;
import org.relais.shared.Severity;
import org.relais.uikit.FormDialog;

import static com.vaadin.flow.i18n.I18NProvider.translate;

/** Writes an alert that everybody who treats the person sees. */
final class AlertDialog extends FormDialog {
    private final Select<AlertKind> kind = new Select<>();
    private final Select<Severity> severity = new Select<>();
    private final TextField text = new TextField();
    private final TextField source = new TextField();
    private final transient Consumer<AddAlert> add;

    AlertDialog(Consumer<AddAlert> add) {
        super(translate("person.alert.add"), translate("person.save"));
        this.add = add;
        kind.setLabel(getTranslation("person.alert.kind"));
        kind.setItems(AlertKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.key()));
        kind.setValue(AlertKind.ALLERGY);
        severity.setLabel(getTranslation("person.alert.severity"));
        severity.setItems(Severity.CRITICAL, Severity.WARNING, Severity.INFO);
        severity.setItemLabelGenerator(one -> getTranslation(AlertText.key(one)));
        severity.setValue(Severity.WARNING);
        text.setLabel(getTranslation("person.alert.text"));
        text.setHelperText(getTranslation("person.alert.text.help"));
        source.setLabel(getTranslation("person.alert.source"));
        text.addClassName("relais-wide");
        source.addClassName("relais-wide");
        errors().register("text", text).register("source", source);
        fields(kind, severity, text, source);
    }

    @Override
    protected void save() {
        add.accept(new AddAlert(kind.getValue(), severity.getValue(), text.getValue(), source.getValue()));
    }
}
