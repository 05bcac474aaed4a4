package org.relais.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.page.ColorScheme;
import org.jspecify.annotations.Nullable;

import org.relais.uikit.Glyph;

/** The colour schemes a user can choose. */
enum Scheme {
    LIGHT("light", ColorScheme.Value.LIGHT, Glyph.SUN),
    NIGHT("dark", ColorScheme.Value.DARK, Glyph.MOON),
    SYSTEM("system", ColorScheme.Value.SYSTEM, Glyph.MONITOR);

    private final String word;

    private final ColorScheme.Value value;
    private final Glyph glyph;

    Scheme(String word, ColorScheme.Value value, Glyph glyph) {
        this.word = word;
        this.value = value;
        this.glyph = glyph;
    }

    /** The scheme of a stored word; empty for a word that is none. */
    static Optional<Scheme> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.word.equals(word))
                .findFirst();
    }

    /** How the choice is stored. */
    String word() {
        return word;
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
