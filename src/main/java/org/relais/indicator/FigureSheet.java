package org.relais.indicator;

import java.util.Map;
import java.util.function.Predicate;

import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * The figures of one period, by place.
 *
 * @param figures by code and place; what was not counted anywhere is missing
 */
public record FigureSheet(Map<String, Map<Place, Figure>> figures) {

    public FigureSheet {
        figures = Map.copyOf(figures);
    }

    /** Of all places together. */
    public Figure of(String code) {
        return of(code, _ -> true);
    }

    public Figure of(String code, CentreId centre) {
        return of(code, place -> place.centre().equals(centre));
    }

    public Figure of(String code, UnitId unit) {
        return of(code, place -> unit.equals(place.unit()));
    }

    private Figure of(String code, Predicate<Place> where) {
        return figures.getOrDefault(code, Map.of()).entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Figure.NONE, Figure::plus);
    }
}
