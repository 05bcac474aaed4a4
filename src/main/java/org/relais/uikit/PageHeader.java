package org.relais.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: its only h1, which takes the focus after a navigation, a line under it, and the page's actions. */
public class PageHeader extends Header {

    private final H1 title = new H1();
    private final Paragraph subtitle = new Paragraph();
    private final Div actions = new Div();

    /** @param subtitle may be empty */
    public PageHeader(String title, String subtitle, Component... actions) {
        addClassName("relais-page-header");
        this.title.getElement().setAttribute("tabindex", "-1");
        var words = new Div(this.title, this.subtitle);
        words.addClassName("relais-grow");
        this.actions.addClassName("relais-actions");
        this.actions.add(actions);
        add(words, this.actions);
        setTitle(title);
        setSubtitle(subtitle);
    }

    public final void setTitle(String text) {
        title.setText(text);
    }

    public final void setSubtitle(String text) {
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Adds an action after those there are. */
    public void addAction(Component action) {
        actions.add(action);
    }
}
