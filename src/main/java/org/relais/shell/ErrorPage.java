package org.relais.shell;

import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

import org.relais.uikit.Glyph;
import org.relais.uikit.RefusalOffer;

/** What stands in the frame when there is no page to show: what happened, and the way back. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "";

    /** Adds what rooms offer where a record is closed, before the way back. */
    final void offer(Stream<RefusalOffer> offers, String path) {
        offers.flatMap(offer -> offer.create(path).stream())
                .forEach(offered -> addComponentAtIndex(getComponentCount() - 1, offered));
    }

    /** Draws the page; the arguments fill the placeholders of the text. */
    final void show(Glyph glyph, String key, Object... arguments) {
        title = getTranslation(key + ".title");
        addClassNames("relais-empty", "relais-error-page");
        removeAll();
        add(tile(glyph), head(), new Paragraph(getTranslation(key + ".text", arguments)), back());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private H1 head() {
        var head = new H1(title);
        head.getElement().setAttribute("tabindex", "-1");
        return head;
    }

    private Anchor back() {
        return new Anchor(".", getTranslation("shell.error.back"));
    }

    private static Component tile(Glyph glyph) {
        var tile = new Span(glyph.create());
        tile.addClassNames("relais-tile", "relais-large", "relais-administrative");
        return tile;
    }
}
