package org.relais.shell;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Glyph;
import org.relais.uikit.KeyHint;

/** The bar on top: mark, menu toggle, where one is, search, centre, tools. */
final class TopBar extends Header {

    private final NativeButton toggle = new NativeButton();
    private final Nav crumbs = new Nav();
    private final transient Consumer<Boolean> onNarrow;
    private boolean narrow;
    private boolean narrowOnWidePages = true;
    private boolean widePage;

    TopBar(@Nullable String centre, ToolMenu tools, Runnable openPalette, Consumer<Boolean> onNarrow) {
        this.onNarrow = onNarrow;
        addClassName("relais-topbar");
        toggle.addClassName("relais-tool");
        toggle.add(Glyph.PANEL_LEFT.create());
        toggle.addClickListener(_ -> {
            if (widePage) {
                narrowOnWidePages = !narrowOnWidePages;
            } else {
                narrow = !narrow;
            }
            showMenuWidth();
        });
        describeToggle();
        crumbs.addClassName("relais-crumbs");
        crumbs.setAriaLabel(getTranslation("shell.crumbs"));
        add(new Mark(), toggle, crumbs, createSearch(openPalette));
        if (centre != null) {
            add(createCentre(centre));
        }
        add(tools);
    }

    /** Says where one is: the menu entry, then the page when it has a name of its own. */
    void show(List<String> trail) {
        crumbs.removeAll();
        for (var step : trail) {
            if (crumbs.getComponentCount() > 0) {
                crumbs.add(Glyph.CHEVRON_RIGHT.create());
            }
            crumbs.add(new Span(step));
        }
    }

    /** Narrows the menu for a page that needs the width, or gives it back as it was chosen. */
    void makeRoom(boolean wide) {
        widePage = wide;
        showMenuWidth();
    }

    private void showMenuWidth() {
        describeToggle();
        onNarrow.accept(isNarrow());
    }

    private boolean isNarrow() {
        return widePage ? narrowOnWidePages : narrow;
    }

    private void describeToggle() {
        toggle.setAriaLabel(getTranslation(isNarrow() ? "shell.menu.widen" : "shell.menu.narrow"));
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(!isNarrow()));
    }

    private Component createSearch(Runnable openPalette) {
        var words = new Span(getTranslation("shell.search"));
        words.addClassNames("relais-grow", "relais-ellipsis");
        var search = new NativeButton();
        search.addClassName("relais-search");
        search.add(Glyph.SEARCH.create(), words, new KeyHint(getTranslation("shell.key.palette")));
        search.getElement().setAttribute("aria-haspopup", "dialog");
        search.addClickListener(_ -> openPalette.run());
        return search;
    }

    private Component createCentre(String name) {
        var centre = new Span(Glyph.BUILDING_2.create(), new Span(name));
        centre.addClassNames("relais-row", "relais-centre");
        return centre;
    }
}
