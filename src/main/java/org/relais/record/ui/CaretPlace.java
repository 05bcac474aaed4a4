package org.relais.record.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Keeps the place of the caret in the form around it through a lock or a new sign-in. */
@Tag("relais-caret")
@JsModule("context://scripts/relais-caret.js")
final class CaretPlace extends Component {

    CaretPlace(String form) {
        getElement().setAttribute("form", form);
    }
}
