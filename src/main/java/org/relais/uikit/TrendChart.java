package org.relais.uikit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;

import org.relais.shared.Severity;

/**
 * Values over time as a line, with the bands they lie in behind them. Plain SVG. Whoever draws it shows the same values
 * as a table beside it.
 */
@Tag("relais-trend")
@JsModule("context://scripts/relais-trend.js")
public class TrendChart extends Component implements HasStyle {

    /**
     * One value.
     *
     * @param when as it is written on the axis
     */
    public record Point(Instant at, int value, Severity severity, String when) {}

    /**
     * @param points oldest first
     * @param bands ascending, without gaps; none where the value means nothing by itself
     * @param label all values in words, for screen readers
     */
    public TrendChart(List<Point> points, List<Band> bands, String label) {
        var array = JacksonUtils.createArrayNode();
        points.forEach(point -> {
            var one = JacksonUtils.createObjectNode();
            one.put("at", point.at().toEpochMilli());
            one.put("value", point.value());
            one.put("severity", point.severity().name().toLowerCase(Locale.ROOT));
            one.put("when", point.when());
            array.add(one);
        });
        var element = getElement();
        element.setAttribute("points", array.toString());
        element.setAttribute("bands", Band.json(bands));
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", label);
    }
}
