package org.relais.uikit;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A round toggle that narrows a list; says to assistive technology whether it is pressed. */
public class FilterChip extends NativeButton {

    private final Span count = new Span();
    private boolean pressed;

    public FilterChip(String text) {
        addClassName("relais-chip");
        getElement().setAttribute("type", "button");
        count.addClassNames("relais-chip-count", "relais-numeric");
        count.setVisible(false);
        add(new Span(text), count);
        setPressed(false);
    }

    public FilterChip(String text, Glyph glyph) {
        this(text);
        addComponentAsFirst(glyph.create());
    }

    public boolean isPressed() {
        return pressed;
    }

    /** Sets the state without telling the listeners. */
    public final void setPressed(boolean pressed) {
        this.pressed = pressed;
        getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }

    /** The number of rows this filter leaves, shown after its word. */
    public void setCount(int rows) {
        count.setText(String.valueOf(rows));
        count.setVisible(true);
    }

    /** Toggles at every click and hands over the new state. */
    public FilterChip onToggle(Consumer<Boolean> listener) {
        addClickListener(_ -> {
            setPressed(!pressed);
            listener.accept(pressed);
        });
        return this;
    }
}
