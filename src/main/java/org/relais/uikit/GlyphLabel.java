package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;

/** A glyph, drawn by the browser, before a word or alone on a ground. */
@Tag("relais-label")
@JsModule(GlyphIcon.SCRIPT)
public abstract class GlyphLabel extends Component implements HasStyle {

    /** The glyph alone. */
    protected GlyphLabel(Glyph glyph, String... classNames) {
        getElement().setAttribute("symbol", glyph.symbol());
        addClassNames(classNames);
    }

    /** Puts the word behind the glyph, once; already translated. */
    protected final void say(String word) {
        // Not set as the text: that would clear what the browser drew
        getElement().appendChild(Element.createText(word));
    }
}
