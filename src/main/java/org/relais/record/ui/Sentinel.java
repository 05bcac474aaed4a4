package org.relais.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Stands at the end of a list and tells when the reader comes near it. */
@Tag("relais-sentinel")
@JsModule("context://scripts/relais-sentinel.js")
final class Sentinel extends Component {

    Sentinel(Runnable reached) {
        getElement().setAttribute("aria-hidden", "true");
        getElement().addEventListener("relais-reached", event -> reached.run());
    }
}
