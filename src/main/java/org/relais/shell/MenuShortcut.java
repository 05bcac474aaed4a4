package org.relais.shell;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.server.menu.MenuConfiguration;

/** The keys that lead to a menu entry: the optional text {@code <title>.keys} beside the entry's title. */
record MenuShortcut(String keys, String title, String path) {

    static List<MenuShortcut> all(RelaisTranslations texts, Locale locale) {
        return MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> texts.has(entry.title() + ".keys", locale))
                .map(entry -> new MenuShortcut(
                        texts.getTranslation(entry.title() + ".keys", locale),
                        texts.getTranslation(entry.title(), locale),
                        MainMenu.strip(entry.path())))
                .toList();
    }
}
