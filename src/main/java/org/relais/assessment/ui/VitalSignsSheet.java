package org.relais.assessment.ui;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.BreathAlcohol;
import org.relais.assessment.Consciousness;
import org.relais.assessment.InhaledGas;
import org.relais.assessment.PlausibilityCheck;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSignLimits;
import org.relais.assessment.VitalSigns;
import org.relais.shared.InvalidInput;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Formats;

/** The fields of a set of vital signs. Each one may stay empty: not measured. */
class VitalSignsSheet extends Div {

    private static final List<VitalSign> ORDER = List.of(
            VitalSign.SYSTOLIC_PRESSURE,
            VitalSign.DIASTOLIC_PRESSURE,
            VitalSign.HEART_RATE,
            VitalSign.RESPIRATORY_RATE,
            VitalSign.OXYGEN_SATURATION,
            VitalSign.TEMPERATURE,
            VitalSign.GLUCOSE,
            VitalSign.BREATH_ALCOHOL);

    private final transient VitalSignLimits limits;
    private final Map<VitalSign, VitalField> fields = new EnumMap<>(VitalSign.class);
    private final Select<InhaledGas> gas = new Select<>();
    private final Select<Consciousness> consciousness = new Select<>();
    private final Select<BreathAlcohol.Unit> unit = new Select<>();

    VitalSignsSheet(VitalSignLimits limits, Formats formats, Runnable edited) {
        this.limits = limits;
        addClassName("relais-vital-fields");
        prepare(gas, "assessment.inhaled-gas.label", edited, InhaledGas.values());
        gas.setItemLabelGenerator(choice -> choice == null ? "" : getTranslation(choice.key()));
        prepare(consciousness, "assessment.consciousness.label", edited, Consciousness.values());
        consciousness.setItemLabelGenerator(choice -> choice == null ? "" : getTranslation(choice.key()));
        prepare(unit, "assessment.breath-unit.label", edited, BreathAlcohol.Unit.values());
        unit.setItemLabelGenerator(choice -> choice == null ? "" : getTranslation(Words.key(choice)));
        unit.setEmptySelectionAllowed(false);
        unit.setValue(BreathAlcohol.Unit.MILLIGRAMS_PER_LITRE_OF_BREATH);
        for (var sign : ORDER) {
            var field = new VitalField(limits.of(sign), formats, edited);
            fields.put(sign, field);
            add(field);
            if (sign == VitalSign.OXYGEN_SATURATION) {
                add(gas);
            } else if (sign == VitalSign.TEMPERATURE) {
                add(consciousness);
            }
        }
        add(unit);
    }

    /**
     * The values as typed.
     *
     * @throws InvalidInput at the first field that holds no number
     */
    VitalSigns read() {
        var alcohol = field(VitalSign.BREATH_ALCOHOL).value();
        return new VitalSigns(
                field(VitalSign.HEART_RATE).wholeValue(),
                field(VitalSign.SYSTOLIC_PRESSURE).wholeValue(),
                field(VitalSign.DIASTOLIC_PRESSURE).wholeValue(),
                field(VitalSign.RESPIRATORY_RATE).wholeValue(),
                field(VitalSign.OXYGEN_SATURATION).wholeValue(),
                gas.getValue(),
                field(VitalSign.TEMPERATURE).value(),
                consciousness.getValue(),
                field(VitalSign.GLUCOSE).value(),
                alcohol == null ? null : new BreathAlcohol(alcohol, unit.getValue()));
    }

    /** The signs whose unusual value was confirmed below its field. */
    Set<VitalSign> confirmed() {
        var confirmed = EnumSet.noneOf(VitalSign.class);
        fields.values().stream()
                .filter(VitalField::isConfirmed)
                .map(VitalField::sign)
                .forEach(confirmed::add);
        return confirmed;
    }

    /** Shows at each field what is odd about its value; gives the values when all of them are numbers. */
    @Nullable
    VitalSigns check() {
        fields.values().forEach(field -> field.tell((org.relais.assessment.PlausibilityFinding) null));
        var readable = true;
        for (var field : fields.values()) {
            try {
                field.value();
            } catch (InvalidInput refusal) {
                field.tell(refusal);
                readable = false;
            }
        }
        if (!readable) {
            return null;
        }
        var signs = read();
        PlausibilityCheck.of(limits)
                .check(signs)
                .forEach(finding -> field(finding.sign()).tell(finding));
        showEquivalent(signs);
        return signs;
    }

    void register(FieldErrors errors) {
        fields.forEach((sign, field) -> errors.register(sign.field(), field.field()));
    }

    void draft(Map<String, String> content) {
        fields.forEach((sign, field) -> content.put(sign.field(), field.field().getValue()));
        content.put("inhaledGas", gas.getValue() == null ? "" : gas.getValue().name());
        content.put(
                "consciousness",
                consciousness.getValue() == null ? "" : consciousness.getValue().name());
        content.put("breathUnit", unit.getValue().name());
    }

    void restore(Map<String, String> content) {
        fields.forEach((sign, field) -> field.field().setValue(content.getOrDefault(sign.field(), "")));
        var stored = content.getOrDefault("inhaledGas", "");
        gas.setValue(stored.isEmpty() ? null : InhaledGas.valueOf(stored));
        var level = content.getOrDefault("consciousness", "");
        consciousness.setValue(level.isEmpty() ? null : Consciousness.valueOf(level));
        unit.setValue(BreathAlcohol.Unit.valueOf(
                content.getOrDefault("breathUnit", BreathAlcohol.Unit.MILLIGRAMS_PER_LITRE_OF_BREATH.name())));
    }

    private void showEquivalent(VitalSigns signs) {
        var alcohol = signs.breathAlcohol();
        BigDecimal blood = alcohol == null ? null : limits.bloodEquivalent(alcohol);
        field(VitalSign.BREATH_ALCOHOL)
                .field()
                .setHelperText(
                        blood == null
                                ? ""
                                : getTranslation(
                                        "assessment.form.blood-equivalent",
                                        blood.stripTrailingZeros().toPlainString()));
    }

    private VitalField field(VitalSign sign) {
        return Objects.requireNonNull(fields.get(sign));
    }

    @SafeVarargs
    private <T> void prepare(Select<T> select, String key, Runnable edited, T... choices) {
        select.setLabel(getTranslation(key));
        select.setItems(choices);
        select.setEmptySelectionAllowed(true);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edited.run();
            }
        });
    }
}
