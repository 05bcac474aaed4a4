package org.relais.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Beats while the page is seen and used. A page left open without a hand on it stops beating, so that the session can
 * end by itself.
 */
@Tag("relais-pulse")
@JsModule("context://scripts/relais-pulse.js")
final class Pulse extends Component {

    Pulse(Runnable beat) {
        getElement().addEventListener("relais-beat", event -> beat.run());
    }
}
