package org.relais.shell;

import java.util.Collection;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Listens to the keys of the whole page and hands over those that mean something. Single letters act only where nobody
 * is typing, and not at all once the user switched them off (WCAG 2.1.4).
 */
@Tag("relais-shortcuts")
@JsModule("context://scripts/relais-shortcuts.js")
final class Shortcuts extends Component {

    /** @param keys such as {@code "Ctrl K"}, {@code "G J"} or {@code "?"} */
    Shortcuts(Collection<String> keys, boolean singleKeys, Consumer<String> pressed) {
        getElement().setAttribute("keys", String.join(",", keys));
        setSingleKeys(singleKeys);
        getElement()
                .addEventListener(
                        "relais-shortcut",
                        event -> pressed.accept(
                                event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }

    void setSingleKeys(boolean on) {
        getElement().setAttribute("single-keys", on ? "on" : "off");
    }
}
