package org.relais.detox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The panel's single keys: they act only where nobody types, and not once the user switched single keys off. */
@Tag("relais-record-keys")
@JsModule("context://scripts/relais-record-keys.js")
final class HandOverKeys extends Component {

    /** Gives the component a key such as {@code "N"}. */
    static void bind(Component component, String key) {
        component.getElement().setAttribute("data-record-key", key);
    }
}
