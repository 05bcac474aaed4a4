package org.relais.uikit;

import com.vaadin.flow.component.button.Button;

/** A button that a second click cannot reach before the first was answered: the browser disables it, the answer enables it. */
public class BusyButton extends Button {

    public BusyButton(String text, Runnable action) {
        super(text);
        setDisableOnClick(true);
        addClickListener(_ -> {
            try {
                action.run();
            } finally {
                setEnabled(true);
            }
        });
    }

    public BusyButton(String text, Glyph glyph, Runnable action) {
        this(text, action);
        setIcon(glyph.create());
    }
}
