package org.relais.situation.ui;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import org.jspecify.annotations.Nullable;

/** Periods as bars, one lane for each kind of state. Plain SVG. Whoever draws it shows the same periods as a list. */
@Tag("relais-periods")
@JsModule("context://scripts/relais-periods.js")
class PeriodChart extends Component implements HasStyle {

    /** @param to null while it goes on */
    record Bar(LocalDate from, @Nullable LocalDate to, String words) {}

    /** One kind with its periods. */
    record Lane(String name, List<Bar> bars) {}

    /**
     * @param today where the line of today stands
     * @param todayWord how it is called
     * @param label all of it in words, for screen readers
     */
    PeriodChart(List<Lane> lanes, LocalDate today, String todayWord, String label) {
        var array = JacksonUtils.createArrayNode();
        lanes.forEach(lane -> {
            var bars = JacksonUtils.createArrayNode();
            lane.bars().forEach(bar -> {
                var one = JacksonUtils.createObjectNode();
                one.put("from", bar.from().toEpochDay());
                if (bar.to() != null) {
                    one.put("to", bar.to().toEpochDay());
                }
                one.put("words", bar.words());
                bars.add(one);
            });
            var one = JacksonUtils.createObjectNode();
            one.put("name", lane.name());
            one.set("bars", bars);
            array.add(one);
        });
        var element = getElement();
        element.setAttribute("lanes", array.toString());
        element.setAttribute("today", String.valueOf(today.toEpochDay()));
        element.setAttribute("today-word", todayWord);
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", label);
    }
}
