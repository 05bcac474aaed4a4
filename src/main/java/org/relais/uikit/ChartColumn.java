package org.relais.uikit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column of numbers beside a chart: a series, its period before, or the whole of its parts.
 *
 * @param series the place of the series, or {@link #WHOLE}
 */
record ChartColumn(String head, int series, boolean previous) {

    static final int WHOLE = -1;

    /** The columns of a chart's table and file, in their order. */
    static List<ChartColumn> of(ChartModel model, ChartWords words) {
        var columns = new ArrayList<ChartColumn>();
        for (int at = 0; at < model.series().size(); at++) {
            var name = model.series().get(at).name();
            columns.add(new ChartColumn(name, at, false));
            var previous = model.previousName();
            if (previous != null && model.hasPrevious()) {
                columns.add(new ChartColumn(words.previousHead(name, previous), at, true));
            }
        }
        if (model.kind() == ChartModel.Kind.STACKED_BARS) {
            columns.add(new ChartColumn(words.total(), WHOLE, false));
        }
        return columns;
    }

    boolean hasTarget() {
        return !previous;
    }

    @Nullable
    BigDecimal number(ChartModel model, int category) {
        if (series == WHOLE) {
            return model.total(category);
        }
        var point = model.series().get(series).points().get(category);
        return previous ? point.previous() : point.value();
    }

    /** As it is read; null for a gap. */
    @Nullable
    String text(ChartModel model, ChartWords words, int category) {
        var number = number(model, category);
        if (number == null) {
            return null;
        }
        var own = series == WHOLE || previous
                ? null
                : model.series().get(series).points().get(category).words();
        return own == null ? words.number(number) : own;
    }

    /** Where the number leads, or null. */
    @Nullable
    String address(ChartModel model, int category) {
        if (previous) {
            return null;
        }
        return series == WHOLE
                ? model.categories().get(category).address()
                : model.series().get(series).points().get(category).address();
    }

    /** By which the drawing finds the link of a point. */
    String place(int category) {
        return (series == WHOLE ? "whole" : String.valueOf(series)) + "-" + category;
    }
}
