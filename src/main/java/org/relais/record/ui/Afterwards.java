package org.relais.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Tells once that the browser has shown the page it stands on: what may come later is read then. */
@Tag("relais-after")
@JsModule("context://scripts/relais-after.js")
final class Afterwards extends Component {

    static final String SHOWN = "relais-shown";

    Afterwards(Runnable shown) {
        getElement().setAttribute("aria-hidden", "true");
        getElement().addEventListener(SHOWN, event -> shown.run());
    }
}
