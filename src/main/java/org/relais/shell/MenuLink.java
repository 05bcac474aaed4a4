package org.relais.shell;

import java.util.OptionalInt;

import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Glyph;
import org.relais.uikit.MenuBadge;

/**
 * One entry of the main menu.
 *
 * @param path relative to the portal's own; empty for its first page
 * @param title already translated
 * @param count what stands beside it; null for nothing
 * @param urgent whether the count is about something overdue or alarming
 */
record MenuLink(
        String path, String title, String symbol, @Nullable String count, boolean urgent) {

    private static final int MOST_SHOWN = 99;

    static MenuLink of(MenuEntry entry, String title, @Nullable MenuBadge badge) {
        var glyph = entry.icon() == null ? Glyph.CIRCLE_DOT : Glyph.named(entry.icon());
        var count = badge == null ? OptionalInt.empty() : badge.count();
        return new MenuLink(
                MainMenu.strip(entry.path()),
                title,
                glyph.symbol(),
                count.isPresent() ? shown(count.getAsInt()) : null,
                badge != null && badge.urgent());
    }

    // The narrow menu has room for three signs; the page behind it says the number
    static String shown(int count) {
        return count > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(count);
    }
}
