package org.relais.shell;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.springframework.stereotype.Component;

import org.relais.uikit.Glyph;
import org.relais.uikit.PaletteEntry;
import org.relais.uikit.PaletteSource;

/** The pages of the menu, by any part of their name. */
@Component
class MenuPaletteSource implements PaletteSource {

    private static final int LAST = 1000;

    private final RelaisTranslations texts;

    MenuPaletteSource(RelaisTranslations texts) {
        this.texts = texts;
    }

    @Override
    public List<PaletteEntry> find(String text, Locale locale) {
        var wanted = text.toLowerCase(locale);
        return MenuConfiguration.getMenuEntries().stream()
                .map(entry -> entry(entry, locale))
                .filter(entry -> entry.title().toLowerCase(locale).contains(wanted))
                .toList();
    }

    @Override
    public int order() {
        return LAST;
    }

    private PaletteEntry entry(MenuEntry entry, Locale locale) {
        var keys = entry.title() + ".keys";
        return new PaletteEntry(
                entry.icon() == null ? Glyph.ARROW_RIGHT : Glyph.named(entry.icon()),
                texts.getTranslation(entry.title(), locale),
                "",
                texts.getTranslation("shell.palette.pages", locale),
                MainMenu.strip(entry.path()),
                texts.has(keys, locale) ? texts.getTranslation(keys, locale) : null);
    }
}
