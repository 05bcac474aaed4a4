package org.relais.shell;

import java.util.Locale;

import com.vaadin.flow.component.page.ColorScheme;

import org.relais.uikit.Glyph;

/** The colour schemes a user can choose. */
enum Scheme {
    LIGHT(ColorScheme.Value.LIGHT, Glyph.SUN),
    NIGHT(ColorScheme.Value.DARK, Glyph.MOON),
    SYSTEM(ColorScheme.Value.SYSTEM, Glyph.MONITOR);

    private final ColorScheme.Value value;
    private final Glyph glyph;

    Scheme(ColorScheme.Value value, Glyph glyph) {
        this.value = value;
        this.glyph = glyph;
    }

    ColorScheme.Value value() {
        return value;
    }

    Glyph glyph() {
        return glyph;
    }

    String key() {
        return "shell.scheme." + name().toLowerCase(Locale.ROOT);
    }
}
