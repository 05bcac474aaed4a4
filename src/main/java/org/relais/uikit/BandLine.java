package org.relais.uikit;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Where a value lies among the bands: a line of their ranges with a mark. Says nothing that is not also in words. */
@Tag("relais-band-line")
@JsModule("context://scripts/relais-trend.js")
public class BandLine extends Component implements HasStyle {

    /** @param bands ascending, without gaps */
    public BandLine(List<Band> bands, int value) {
        getElement().setAttribute("bands", Band.json(bands));
        getElement().setAttribute("value", String.valueOf(value));
        getElement().setAttribute("aria-hidden", "true");
    }
}
