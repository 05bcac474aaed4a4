package org.relais.detox.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.PlausibilityFinding;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSigns;
import org.relais.detox.OmissionKind;
import org.relais.detox.OmitObservation;
import org.relais.shared.DetoxId;
import org.relais.shared.InvalidInput;
import org.relais.shared.OmissionId;
import org.relais.uikit.FormDialog;

/** Tells why a due observation was not made: refused, or the person sleeps and breathes well. */
class OmitDialog extends FormDialog {

    private final transient OmissionId id = OmissionId.create();
    private final transient DetoxId detox;
    private final transient Consumer<OmitObservation> omit;
    private final RadioButtonGroup<OmissionKind> kind = new RadioButtonGroup<>();
    private final Select<String> instrument = new Select<>();
    private final TextField reason = new TextField();
    private final IntegerField breathing = new IntegerField();
    private final IntegerField saturation = new IntegerField();
    private final RadioButtonGroup<InhaledGas> gas = new RadioButtonGroup<>();
    private final RadioButtonGroup<Consciousness> consciousness = new RadioButtonGroup<>();
    private final Map<VitalSign, Checkbox> confirmed = new EnumMap<>(VitalSign.class);

    OmitDialog(
            String person, DetoxId detox, List<String> instruments, DetoxWords words, Consumer<OmitObservation> omit) {
        super(words.say("detox.omit.title", person), words.say("detox.omit.verb"));
        this.detox = detox;
        this.omit = omit;
        kind.setLabel(words.say("detox.omit.kind"));
        kind.setItems(OmissionKind.values());
        kind.setItemLabelGenerator(one -> words.say(one.key()));
        instrument.setLabel(words.say("detox.omit.instrument"));
        instrument.setItems(instruments);
        instrument.setItemLabelGenerator(words::instrument);
        instrument.setValue(instruments.getFirst());
        reason.setLabel(words.say("detox.omit.reason"));
        reason.setHelperText(words.say("detox.omit.reason.help"));
        breathing.setLabel(words.say("detox.omit.breathing"));
        saturation.setLabel(words.say("detox.omit.saturation"));
        gas.setLabel(words.say("detox.omit.gas"));
        gas.setItems(InhaledGas.values());
        gas.setItemLabelGenerator(one -> words.say(one.key()));
        gas.setValue(InhaledGas.AIR);
        consciousness.setLabel(words.say("detox.omit.consciousness"));
        consciousness.setItems(Consciousness.ALERT, Consciousness.VOICE);
        consciousness.setItemLabelGenerator(one -> words.say(one.key()));
        kind.addClassName("relais-wide");
        reason.addClassName("relais-wide");
        consciousness.addClassName("relais-wide");
        add("kind", kind);
        add("instrument", instrument);
        add("reason", reason);
        add("respiratoryRate", breathing);
        fields(confirming(VitalSign.RESPIRATORY_RATE, breathing, words));
        add("oxygenSaturation", saturation);
        fields(confirming(VitalSign.OXYGEN_SATURATION, saturation, words));
        add("inhaledGas", gas);
        add("consciousness", consciousness);
        kind.addValueChangeListener(_ -> choose());
        kind.setValue(OmissionKind.REFUSED);
    }

    // Shown once the value was refused as unusual, and gone with the value
    private Checkbox confirming(VitalSign sign, IntegerField field, DetoxWords words) {
        var box = new Checkbox(words.say("detox.omit.confirm"));
        box.setVisible(false);
        field.addValueChangeListener(_ -> {
            box.setValue(false);
            box.setVisible(false);
        });
        confirmed.put(sign, box);
        return box;
    }

    private void choose() {
        var asleep = kind.getValue() == OmissionKind.ASLEEP;
        reason.setVisible(!asleep);
        breathing.setVisible(asleep);
        saturation.setVisible(asleep);
        gas.setVisible(asleep);
        consciousness.setVisible(asleep);
        confirmed.values().forEach(box -> box.setVisible(asleep && box.getValue()));
    }

    @Override
    protected void save() {
        try {
            omit.accept(command());
        } catch (InvalidInput refused) {
            confirmed.forEach((sign, box) -> {
                if (refused.field().equals(sign.field()) && refused.key().equals(PlausibilityFinding.UNUSUAL)) {
                    box.setVisible(true);
                }
            });
            throw refused;
        }
    }

    private OmitObservation command() {
        var asleep = kind.getValue() == OmissionKind.ASLEEP;
        return new OmitObservation(
                id,
                detox,
                instrument.getValue(),
                kind.getValue(),
                asleep ? null : reason.getValue(),
                asleep
                        ? new VitalSigns(
                                null,
                                null,
                                null,
                                breathing.getValue(),
                                saturation.getValue(),
                                gas.getValue(),
                                null,
                                consciousness.getValue(),
                                null,
                                null)
                        : VitalSigns.NONE,
                confirmed.entrySet().stream()
                        .filter(entry ->
                                entry.getValue().isVisible() && entry.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                null);
    }
}
