package org.relais.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

import org.relais.uikit.Glyph;

/** One number of the first row: what it is, the number, and one line on what to make of it. All of it is the link. */
class FigureTile extends Anchor {

    private final Span note = new Span();

    /** @param of what the number is out of, or of what; may be empty */
    FigureTile(String href, String title, String number, String of) {
        setHref(href);
        addClassName("relais-dashboard-tile");
        var head = new Span(new Span(title), Glyph.ARROW_RIGHT.create());
        head.addClassName("relais-dashboard-tile-head");
        var value = new Span(number);
        value.addClassNames("relais-dashboard-tile-value", "relais-numeric");
        if (!of.isEmpty()) {
            var beside = new Span(of);
            beside.addClassName("relais-dashboard-tile-of");
            value.add(beside);
        }
        note.addClassName("relais-dashboard-tile-note");
        add(head, value, note);
    }

    FigureTile note(Component glyph, String words) {
        note.removeAll();
        note.add(glyph, new Span(words));
        return this;
    }
}
