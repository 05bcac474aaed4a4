package org.relais.uikit;

import org.jspecify.annotations.Nullable;

/**
 * One line of the command palette.
 *
 * @param title what it is, translated
 * @param detail more about it, translated; may be empty
 * @param group the heading it stands under, translated
 * @param path where choosing it leads
 * @param keys the keys that do the same, blank-separated such as {@code "G U"}, or null
 */
public record PaletteEntry(
        Glyph glyph,
        String title,
        String detail,
        String group,
        String path,
        @Nullable String keys) {}
