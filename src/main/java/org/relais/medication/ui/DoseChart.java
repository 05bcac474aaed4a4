package org.relais.medication.ui;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The totals of a scale as a line over the time, the doses as bars below; both on one axis of time. */
@Tag("relais-dose-chart")
@JsModule("context://scripts/relais-dose-chart.js")
final class DoseChart extends Component implements HasStyle {

    /**
     * @param thresholds the totals at which a next severity begins
     * @param ticks the moments named below, each with its word
     * @param label all of it in words, for screen readers
     */
    DoseChart(
            Collection<Point> scores,
            Collection<Point> doses,
            Collection<Integer> thresholds,
            Collection<Tick> ticks,
            Instant from,
            Instant to,
            String label) {
        var element = getElement();
        element.setAttribute("scores", points(scores));
        element.setAttribute("doses", points(doses));
        element.setAttribute(
                "thresholds", thresholds.stream().map(String::valueOf).collect(Collectors.joining(",")));
        element.setAttribute(
                "ticks",
                ticks.stream()
                        .map(tick -> tick.at().toEpochMilli() + "=" + tick.word())
                        .collect(Collectors.joining(",")));
        element.setAttribute("from", String.valueOf(from.toEpochMilli()));
        element.setAttribute("to", String.valueOf(to.toEpochMilli()));
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", label);
    }

    private static String points(Collection<Point> points) {
        return points.stream()
                .map(point -> point.at().toEpochMilli() + ":" + point.value())
                .collect(Collectors.joining(","));
    }

    record Point(Instant at, String value) {}

    record Tick(Instant at, String word) {}
}
