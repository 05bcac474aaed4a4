package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A glyph alone, hidden from screen readers; made by {@link Glyph#create()}. The browser draws it: a page has dozens. */
@Tag("relais-icon")
@JsModule(GlyphIcon.SCRIPT)
public final class GlyphIcon extends Component implements HasStyle {

    /** What draws icons: named by whoever lets the browser make them. */
    public static final String SCRIPT = "context://scripts/relais-icon.js";

    GlyphIcon(Glyph glyph) {
        // As an attribute: a property costs a session twice as much
        getElement().setAttribute("symbol", glyph.symbol());
    }
}
