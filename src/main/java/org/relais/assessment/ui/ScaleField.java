package org.relais.assessment.ui;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import org.jspecify.annotations.Nullable;

import org.relais.assessment.InstrumentItem;
import org.relais.shared.InvalidInput;

/**
 * One item of an instrument as a row: a radio group of its values rated by a digit, the arrows or a touch, or a number
 * that is typed. The value is what was chosen or typed, as text, empty while the item is not answered.
 */
@Tag("relais-scale")
@JsModule("context://scripts/relais-scale.js")
class ScaleField extends AbstractSinglePropertyField<ScaleField, String>
        implements HasValidation, HasStyle, Focusable<ScaleField> {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}([.,]\\d{1,3})?");

    private static final int LONGEST_WORDS = 40;

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
        var range = item.range();
        if (range != null) {
            element.setAttribute("number-from", plain(range.number(range.lowest())));
            element.setAttribute("number-to", plain(range.number(range.highest())));
            var unit = range.unit();
            element.setAttribute("unit", unit == null ? "" : unit.in(locale));
        }
        if (Boolean.TRUE.equals(item.optional())) {
            element.setAttribute("optional", getTranslation("assessment.form.optional"));
        }
        var anchors = JacksonUtils.createObjectNode();
        item.values().forEach(value -> {
            var anchor = value.anchor();
            if (anchor != null) {
                anchors.put(String.valueOf(value.value()), anchor.in(locale));
            }
        });
        element.setAttribute("anchors", anchors.toString());
        if (inWords(item, locale)) {
            element.setAttribute("in-words", "");
        }
    }

    // Where every value has its word the words are chosen from; a long scale of degrees stays one of digits
    private static boolean inWords(InstrumentItem item, Locale locale) {
        var anchors =
                item.values().stream().map(InstrumentItem.ItemValue::anchor).toList();
        if (anchors.isEmpty() || anchors.contains(null)) {
            return false;
        }
        var plain = item.values().size() <= 3 || !Boolean.TRUE.equals(item.scored());
        return plain
                && anchors.stream()
                        .allMatch(anchor -> anchor != null && anchor.in(locale).length() <= LONGEST_WORDS);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    String code() {
        return item.code();
    }

    String title() {
        return item.title().in(getLocale());
    }

    /** The answer as it is kept; empty while there is none, or none that the item allows. */
    Optional<Integer> rating() {
        try {
            return Optional.ofNullable(read());
        } catch (InvalidInput unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The answer as it is kept; null while there is none.
     *
     * @throws InvalidInput at the item's code when what was typed is no number that the item allows
     */
    @Nullable
    Integer read() {
        var typed = getValue().strip();
        if (typed.isEmpty()) {
            return null;
        }
        var range = item.range();
        if (range == null) {
            return Integer.valueOf(typed);
        }
        if (!NUMBER.matcher(typed).matches()) {
            throw new InvalidInput(code(), "assessment.error.number");
        }
        var number = new BigDecimal(typed.replace(',', '.'));
        if (number.stripTrailingZeros().scale() > 0
                && number.stripTrailingZeros().scale()
                        > range.number(range.lowest()).scale()) {
            throw new InvalidInput(code(), "assessment.error.too-fine", plain(range.number(1)));
        }
        var kept = range.kept(number);
        if (!range.contains(kept)) {
            throw new InvalidInput(
                    code(),
                    "assessment.error.out-of-range",
                    plain(range.number(range.lowest())),
                    plain(range.number(range.highest())));
        }
        return kept;
    }

    /** Shows what is wrong with a typed number without taking the focus. */
    void check() {
        try {
            read();
            setInvalid(false);
        } catch (InvalidInput refusal) {
            setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
            setInvalid(true);
        }
    }

    /** Puts a value back; one that the item does not have is left out, a number stands as it was typed. */
    void restore(String rating) {
        var known = item.range() != null
                || item.allowed().stream().map(String::valueOf).anyMatch(rating::equals);
        setValue(known ? rating : "");
    }

    /** The answer that is proposed in a country, by the code of its profile. */
    Optional<String> preset(String country) {
        return Optional.ofNullable(item.preset().get(country)).map(String::valueOf);
    }

    /** Its place among the items that show. */
    void setNumber(int number) {
        getElement().setAttribute("number", String.valueOf(number));
    }

    /** Whether it may stay open because of what was answered before it. */
    void setLeftOut(boolean leftOut) {
        getElement().setAttribute("left-out", leftOut);
    }

    /** A kept answer as it is written. */
    String words(int kept) {
        var range = item.range();
        return range == null ? String.valueOf(kept) : plain(range.number(kept));
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
