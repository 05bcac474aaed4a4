package org.relais.uikit;

import java.math.BigDecimal;
import java.util.Locale;

import com.vaadin.flow.internal.JacksonUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the browser draws a chart from. */
final class ChartDrawing {

    private ChartDrawing() {}

    static String of(ChartModel model, ChartWords words, Locale locale, String fileName) {
        var json = JacksonUtils.createObjectNode();
        json.put("kind", model.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("percent", model.unit() == ChartModel.Unit.PERCENT);
        json.put("template", words.template());
        json.put("language", locale.toLanguageTag());
        json.put("title", model.title());
        json.put("file", fileName);
        json.put("absent", model.absent());
        var previous = model.previousName();
        if (previous != null && model.hasPrevious()) {
            json.put("previous", previous);
        }
        var target = model.target();
        if (target != null) {
            put(json.putObject("target"), "value", target.value()).put("note", words.target(target));
        }
        var categories = json.putArray("categories");
        for (int at = 0; at < model.categories().size(); at++) {
            var category = model.categories().get(at);
            var one = categories.addObject();
            one.put("name", category.name()).put("detail", category.detail()).put("full", category.full());
            one.put("link", category.address() != null);
            var total = model.total(at);
            one.put("total", total == null ? model.absent() : words.number(total));
        }
        var series = json.putArray("series");
        for (var one : model.series()) {
            var drawn = series.addObject();
            drawn.put("name", one.name());
            var points = drawn.putArray("points");
            for (var point : one.points()) {
                var dot = points.addObject();
                var value = point.value();
                var own = point.words();
                put(dot, "value", value);
                if (value != null) {
                    dot.put("text", own == null ? words.number(value) : own);
                }
                var before = point.previous();
                put(dot, "previous", before);
                if (before != null) {
                    dot.put("previousText", words.number(before));
                }
                dot.put("link", point.address() != null);
            }
        }
        return json.toString();
    }

    // A pixel is coarser than the difference between a decimal and the browser's number
    private static ObjectNode put(ObjectNode node, String key, @Nullable BigDecimal number) {
        return number == null ? node.putNull(key) : node.put(key, number.doubleValue());
    }
}
