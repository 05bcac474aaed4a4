package org.relais.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Glyph;
import org.relais.uikit.MenuBadge;

/** One entry of the main menu. */
final class MenuLink extends Anchor {

    private static final int MOST_SHOWN = 99;

    private final String path;
    private final String title;

    MenuLink(MenuEntry entry, @Nullable MenuBadge badge) {
        this.path = MainMenu.strip(entry.path());
        title = getTranslation(entry.title());
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

    String title() {
        return title;
    }

    void setCurrent(boolean current) {
        if (current) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    // The narrow menu has room for three signs; the page behind it says the number
    static String shown(int count) {
        return count > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(count);
    }

    private static Span counter(int count, boolean urgent) {
        var counter = new Span(shown(count));
        counter.addClassNames("relais-menu-count", "relais-numeric");
        counter.setClassName("relais-urgent", urgent);
        return counter;
    }
}
