package org.relais.detox.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;

import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.VitalSigns;
import org.relais.detox.OmissionKind;
import org.relais.detox.OmitObservation;
import org.relais.shared.DetoxId;
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
        add("oxygenSaturation", saturation);
        add("inhaledGas", gas);
        add("consciousness", consciousness);
        kind.addValueChangeListener(_ -> choose());
        kind.setValue(OmissionKind.REFUSED);
    }

    private void choose() {
        var asleep = kind.getValue() == OmissionKind.ASLEEP;
        reason.setVisible(!asleep);
        breathing.setVisible(asleep);
        saturation.setVisible(asleep);
        gas.setVisible(asleep);
        consciousness.setVisible(asleep);
    }

    @Override
    protected void save() {
        var asleep = kind.getValue() == OmissionKind.ASLEEP;
        omit.accept(new OmitObservation(
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
                null));
    }
}
