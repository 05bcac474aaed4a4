package org.relais.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey lines where rows will come; they show only after 300 milliseconds. */
public class Skeleton extends Div {

    public Skeleton(int rows) {
        addClassName("relais-skeleton");
        getElement().setAttribute("role", "status");
        var words = new Span(getTranslation("uikit.loading"));
        words.addClassName("relais-visually-hidden");
        add(words);
        for (var row = 0; row < rows; row++) {
            var line = new Div(new Span(), new Span(), new Span());
            line.getElement().setAttribute("aria-hidden", "true");
            add(line);
        }
    }
}
