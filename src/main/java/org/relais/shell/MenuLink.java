package org.relais.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Glyph;
import org.relais.uikit.MenuBadge;

/** One entry of the main menu. */
final class MenuLink extends Anchor {

    private final String path;

    MenuLink(MenuEntry entry, @Nullable MenuBadge badge) {
        this.path = MainMenu.strip(entry.path());
        var title = getTranslation(entry.title());
        addClassName("relais-menu-link");
        setHref(path.isEmpty() ? "." : path);
        setRouterIgnore(false);
        setTitle(title);
        var glyph = entry.icon() == null ? Glyph.CIRCLE_DOT : Glyph.named(entry.icon());
        add(glyph.create(), new Span(title));
        if (badge != null) {
            badge.count().ifPresent(count -> add(counter(count, badge.urgent())));
        }
    }

    String path() {
        return path;
    }

    void setCurrent(boolean current) {
        if (current) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private static Span counter(int count, boolean urgent) {
        var counter = new Span(String.valueOf(count));
        counter.addClassNames("relais-menu-count", "relais-numeric");
        counter.setClassName("relais-urgent", urgent);
        return counter;
    }
}
