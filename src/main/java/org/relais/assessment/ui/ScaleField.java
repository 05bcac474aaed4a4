package org.relais.assessment.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;

import org.relais.assessment.InstrumentItem;

/**
 * One item of an instrument as a row of values: a radio group rated by a digit, the arrows or a touch. The value is the
 * digit as text, empty while it is not rated.
 */
@Tag("relais-scale")
@JsModule("context://scripts/relais-scale.js")
class ScaleField extends AbstractSinglePropertyField<ScaleField, String>
        implements HasValidation, HasStyle, Focusable<ScaleField> {

    private final transient InstrumentItem item;

    ScaleField(InstrumentItem item, int number) {
        super("value", "", false);
        this.item = item;
        var element = getElement();
        var locale = getLocale();
        element.setAttribute("number", String.valueOf(number));
        element.setAttribute("heading", item.title().in(locale));
        var hint = item.hint();
        if (hint != null) {
            element.setAttribute("hint", hint.in(locale));
        }
        element.setAttribute(
                "values", item.allowed().stream().map(String::valueOf).collect(Collectors.joining(",")));
        var anchors = JacksonUtils.createObjectNode();
        item.values().forEach(value -> {
            var anchor = value.anchor();
            if (anchor != null) {
                anchors.put(String.valueOf(value.value()), anchor.in(locale));
            }
        });
        element.setAttribute("anchors", anchors.toString());
    }

    String code() {
        return item.code();
    }

    String title() {
        return item.title().in(getLocale());
    }

    Optional<Integer> rating() {
        return getValue().isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(getValue()));
    }

    /** Puts a value back; one that the item does not have is left out. */
    void restore(String rating) {
        setValue(item.allowed().stream().map(String::valueOf).anyMatch(rating::equals) ? rating : "");
    }

    /** Shows how the item was rated before, oldest first. */
    void showEarlier(List<Earlier> ratings) {
        var pairs = JacksonUtils.createArrayNode();
        ratings.forEach(rating -> {
            var pair = JacksonUtils.createArrayNode();
            pair.add(rating.time());
            pair.add(rating.rating());
            pairs.add(pair);
        });
        getElement().setAttribute("earlier", pairs.toString());
    }

    @Override
    public void setManualValidation(boolean manual) {
        // There is no other validation here
    }

    @Override
    public void setErrorMessage(String message) {
        getElement().setAttribute("error", message == null ? "" : message);
    }

    @Override
    public String getErrorMessage() {
        return Optional.ofNullable(getElement().getAttribute("error")).orElse("");
    }

    @Override
    public void setInvalid(boolean invalid) {
        getElement().setProperty("invalid", invalid);
        if (!invalid) {
            setErrorMessage("");
        }
    }

    @Override
    public boolean isInvalid() {
        return getElement().getProperty("invalid", false);
    }

    /** An earlier rating with its time, as shown. */
    record Earlier(String time, String rating) {}
}
