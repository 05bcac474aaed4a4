package org.relais.situation.ui;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import org.jspecify.annotations.Nullable;

import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsMatrix;

/** The level of one domain as a radio group: a digit rates it and moves on to the next, the arrows change it. */
@Tag("relais-scale")
@JsModule("context://scripts/relais-scale.js")
class LevelField extends AbstractSinglePropertyField<LevelField, String>
        implements HasValidation, HasStyle, Focusable<LevelField> {

    private final transient NeedsMatrix matrix;

    LevelField(NeedsMatrix matrix, NeedDomain domain, int number) {
        super("value", "", false);
        this.matrix = matrix;
        var element = getElement();
        element.setAttribute("number", String.valueOf(number));
        element.setAttribute("heading", getTranslation(domain.key()));
        element.setAttribute("values", values(matrix).map(String::valueOf).collect(Collectors.joining(",")));
        var anchors = JacksonUtils.createObjectNode();
        values(matrix)
                .forEach(value ->
                        anchors.put(String.valueOf(value), matrix.name(value).in(getLocale())));
        element.setAttribute("anchors", anchors.toString());
    }

    /** The level; empty while it is open. */
    Optional<Integer> level() {
        return getValue().isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(getValue()));
    }

    /** Puts a level back; one that the matrix does not have is left out. */
    void restore(@Nullable String level) {
        setValue(values(matrix).map(String::valueOf).anyMatch(one -> one.equals(level)) ? level : "");
    }

    /** Shows how it was rated before. */
    void showEarlier(String when, int level) {
        var pair = JacksonUtils.createArrayNode();
        pair.add(when);
        pair.add(String.valueOf(level));
        var pairs = JacksonUtils.createArrayNode();
        pairs.add(pair);
        getElement().setAttribute("earlier", pairs.toString());
    }

    private static Stream<Integer> values(NeedsMatrix matrix) {
        return Stream.concat(
                Stream.of(matrix.notApplicable()), matrix.levels().stream().map(NeedsMatrix.Level::level));
    }

    @Override
    public void setManualValidation(boolean manual) {
        // There is no other validation here
    }

    @Override
    public void setErrorMessage(@Nullable String message) {
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
}
