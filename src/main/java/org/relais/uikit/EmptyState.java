package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What stands where nothing is yet: one sentence on what will appear, and at most one action. */
public class EmptyState extends Div {

    public EmptyState(String title, String text, @Nullable Component action) {
        this(Glyph.CIRCLE_DASHED, title, text, action);
    }

    public EmptyState(Glyph glyph, String title, String text, @Nullable Component action) {
        addClassName("relais-empty");
        var tile = new Span(glyph.create());
        tile.addClassNames("relais-tile", "relais-large", "relais-administrative");
        add(tile, new H2(title), new Paragraph(text));
        if (action != null) {
            add(action);
        }
    }
}
