package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A card with a title: a named region of the page. */
public class Panel extends Section {

    private final Header header = new Header();
    private final Span count = new Span();
    private final Div body = new Div();

    public Panel(String title, Component... content) {
        addClassName("relais-panel");
        setAriaLabel(title);
        count.addClassNames("relais-panel-count", "relais-numeric");
        count.setVisible(false);
        header.add(new H2(title), count);
        body.addClassName("relais-panel-body");
        body.add(content);
        super.add(header, body);
    }

    /** How many things the panel lists, shown after its title. */
    public void setCount(int things) {
        count.setText(String.valueOf(things));
        count.setVisible(true);
    }

    /** Adds to the title's line, at its end. */
    public void addToHeader(Component... components) {
        header.add(components);
    }

    /** Adds to the card's body. */
    public void addContent(Component... components) {
        body.add(components);
    }

    /** Empties the card's body. */
    public void clearContent() {
        body.removeAll();
    }

    /** Without padding in the body: for lists whose rows reach the edges. */
    public Panel flush() {
        addClassName("relais-flush");
        return this;
    }
}
