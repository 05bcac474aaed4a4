package org.relais.detox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** One of the five parts of a page: its letter, its name, and what it says. */
class HandOverPart extends Div {

    private final Paragraph text = new Paragraph();

    HandOverPart(String letter, String name) {
        addClassName("relais-isbar-part");
        var mark = new Span(letter);
        mark.addClassName("relais-isbar-letter");
        mark.getElement().setAttribute("aria-hidden", "true");
        var words = new Div(new H4(name), text);
        words.addClassName("relais-grow");
        add(mark, words);
    }

    /** An empty text hides the part. */
    void show(String words) {
        text.setText(words);
        setVisible(!words.isEmpty());
    }
}
