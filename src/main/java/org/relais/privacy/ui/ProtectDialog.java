package org.relais.privacy.ui;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.privacy.ui.PrivacyWords.Colleague;
import org.relais.shared.StaffId;

/** Hides a person from everybody but those named and whoever does it. */
final class ProtectDialog extends PrivacyDialog {

    private final MultiSelectComboBox<Colleague> named = new MultiSelectComboBox<>();
    private final TextField reason = new TextField();
    private final transient BiConsumer<Set<StaffId>, String> protect;

    ProtectDialog(List<Colleague> colleagues, BiConsumer<Set<StaffId>, String> protect) {
        super("privacy.protection.protect");
        this.protect = protect;
        named.setLabel(getTranslation("privacy.field.named"));
        named.setHelperText(getTranslation("privacy.field.named.help"));
        named.setItems(colleagues);
        named.setItemLabelGenerator(one ->
                one.card().name() + ", " + getTranslation(one.card().role().key()));
        named.addClassName("relais-wide");
        reason.setLabel(getTranslation("privacy.field.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.addClassName("relais-wide");
        errors().register("named", named).register("reason", reason);
        explain(getTranslation("privacy.protection.effect"));
        fields(named, reason);
    }

    @Override
    void act() {
        protect.accept(
                named.getValue().stream().map(one -> one.card().id()).collect(Collectors.toSet()), reason.getValue());
    }
}
