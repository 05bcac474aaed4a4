package org.relais.uikit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

/** The last few values as a line, the next threshold dashed, the last value as a dot in the colour of its severity. */
@Tag("relais-sparkline")
@JsModule("context://scripts/relais-sparkline.js")
public class Sparkline extends Component implements HasStyle {

    /**
     * @param values oldest first; with fewer than two only the dot is drawn
     * @param nextThreshold the value at which the next severity begins, or null
     * @param label all values in words, for screen readers
     */
    public Sparkline(List<Integer> values, @Nullable Integer nextThreshold, Severity end, String label) {
        var element = getElement();
        element.setAttribute("values", values.stream().map(String::valueOf).collect(Collectors.joining(",")));
        if (nextThreshold != null) {
            element.setAttribute("threshold", String.valueOf(nextThreshold));
        }
        element.setAttribute("severity", end.name().toLowerCase(Locale.ROOT));
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", label);
    }
}
