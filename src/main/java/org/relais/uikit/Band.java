package org.relais.uikit;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.internal.JacksonUtils;

import org.relais.shared.Severity;

/**
 * A named range of values, as a line or a chart draws it.
 *
 * @param to inclusive
 */
public record Band(int from, int to, Severity severity, String label) {

    /** As the scripts read them. */
    static String json(List<Band> bands) {
        var array = JacksonUtils.createArrayNode();
        bands.forEach(band -> {
            var one = JacksonUtils.createObjectNode();
            one.put("from", band.from());
            one.put("to", band.to());
            one.put("severity", band.severity().name().toLowerCase(Locale.ROOT));
            one.put("label", band.label());
            array.add(one);
        });
        return array.toString();
    }
}
