package org.relais.uikit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;

/** The keys that do the same as the control beside them. */
public class KeyHint extends Span {

    /** @param keys one cap each, such as {@code "Ctrl K"} or {@code "G", "J"} */
    public KeyHint(String... keys) {
        addClassName("relais-keys");
        for (var key : keys) {
            var cap = new Cap();
            cap.setText(key);
            add(cap);
        }
    }

    @Tag("kbd")
    private static final class Cap extends HtmlContainer {}
}
