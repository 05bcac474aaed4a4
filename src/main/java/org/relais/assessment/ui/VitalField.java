package org.relais.assessment.ui;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.PlausibilityFinding;
import org.relais.assessment.VitalSign;
import org.relais.assessment.VitalSignLimits.SignLimits;
import org.relais.record.page.DraftHandle;
import org.relais.shared.InvalidInput;
import org.relais.uikit.Formats;

/**
 * One measured value. Typed as text, so that nothing the browser does not read as a number is lost in silence; an
 * unusual value asks to be confirmed below the field.
 */
class VitalField extends Div {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}([.,]\\d{1,3})?");

    private final VitalSign sign;
    private final TextField text = new TextField();
    private final Checkbox confirmed = new Checkbox();
    private final boolean whole;

    VitalField(SignLimits limits, Formats formats, Runnable edited) {
        sign = limits.sign();
        whole = limits.step().compareTo(BigDecimal.ONE) >= 0;
        text.setLabel(getTranslation(sign.key()));
        text.getElement().setAttribute("inputmode", whole ? "numeric" : "decimal");
        text.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(DraftHandle.PAUSE);
        if (sign != VitalSign.BREATH_ALCOHOL) {
            text.setSuffixComponent(new Span(getTranslation(sign.key() + ".unit")));
            text.setHelperText(getTranslation(
                    "assessment.form.range",
                    formats.number(limits.reject().lowest()),
                    formats.number(limits.reject().highest())));
        }
        confirmed.setLabel(getTranslation("assessment.form.confirm"));
        confirmed.setVisible(false);
        text.addValueChangeListener(event -> {
            confirmed.setValue(false);
            confirmed.setVisible(false);
            if (event.isFromClient()) {
                edited.run();
            }
        });
        confirmed.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edited.run();
            }
        });
        add(text, confirmed);
    }

    VitalSign sign() {
        return sign;
    }

    /** The field, for its errors. */
    TextField field() {
        return text;
    }

    boolean isConfirmed() {
        return confirmed.isVisible() && confirmed.getValue();
    }

    /**
     * The value as typed; null when the field is empty.
     *
     * @throws InvalidInput when it is no number, or finer than a whole one where only whole ones are measured
     */
    @Nullable
    BigDecimal value() {
        var typed = text.getValue().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(typed).matches()) {
            throw new InvalidInput(sign.field(), "assessment.error.number");
        }
        var value = new BigDecimal(typed.replace(',', '.'));
        if (whole && value.stripTrailingZeros().scale() > 0) {
            throw new InvalidInput(sign.field(), "assessment.error.too-fine", BigDecimal.ONE);
        }
        return value;
    }

    @Nullable
    Integer wholeValue() {
        var value = value();
        return value == null ? null : value.intValueExact();
    }

    /** Shows what is odd about the value without taking the focus from where the author types now. */
    void tell(@Nullable PlausibilityFinding finding) {
        var unusual = finding != null && finding.kind() == PlausibilityFinding.Kind.CONFIRM;
        confirmed.setVisible(unusual);
        var refused = finding != null && !(unusual && confirmed.getValue());
        text.setInvalid(refused);
        text.setErrorMessage(
                finding == null || !refused
                        ? ""
                        : getTranslation(finding.key(), finding.arguments().toArray()));
    }

    /** Shows a refusal without taking the focus. */
    void tell(InvalidInput refusal) {
        text.setInvalid(true);
        text.setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
    }
}
