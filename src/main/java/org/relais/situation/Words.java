package org.relais.situation;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Words of a rule file in the languages of the portal. */
public record Words(String fr, String en, String sv) {

    public Words {
        if (!written(fr) || !written(en) || !written(sv)) {
            throw new IllegalArgumentException("Words lack French, English or Swedish: " + fr);
        }
    }

    /** The words for a reader of this language. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> en;
            case "sv" -> sv;
            default -> fr;
        };
    }

    private static boolean written(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
