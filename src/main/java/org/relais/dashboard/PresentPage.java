package org.relais.dashboard;

import java.util.List;
import java.util.Map;

import org.relais.indicator.PresentItem;
import org.relais.shared.CentreId;
import org.relais.shared.UnitId;

/**
 * What stands so now.
 *
 * @param items by the code of what they are
 */
public record PresentPage(Map<String, List<PresentItem>> items) {

    public PresentPage {
        items = Map.copyOf(items);
    }

    public List<PresentItem> of(String code) {
        return items.getOrDefault(code, List.of());
    }

    public List<PresentItem> of(String code, CentreId centre) {
        return of(code).stream()
                .filter(item -> item.place().centre().equals(centre))
                .toList();
    }

    public List<PresentItem> of(String code, UnitId unit) {
        return of(code).stream()
                .filter(item -> unit.equals(item.place().unit()))
                .toList();
    }
}
