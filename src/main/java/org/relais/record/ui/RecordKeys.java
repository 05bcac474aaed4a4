package org.relais.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The page's single keys, handled in the browser: what carries {@code data-record-key} is clicked or focused. */
@Tag("relais-record-keys")
@JsModule("context://scripts/relais-record-keys.js")
final class RecordKeys extends Component {

    /** Gives the component a key such as {@code "/"} or {@code "G 1"}. */
    static void bind(Component component, String keys) {
        component.getElement().setAttribute("data-record-key", keys);
    }
}
