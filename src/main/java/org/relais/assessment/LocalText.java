package org.relais.assessment;

import java.util.Locale;

/**
 * Content of a rule file in the languages of the portal. All three are there: a file that lacks one is refused.
 *
 * @param fr the French text, written first and shown for any other language
 */
public record LocalText(String fr, String en, String sv) {

    public LocalText {
        Must.hold(written(fr) && written(en) && written(sv), "A text lacks French, English or Swedish: " + fr);
    }

    /** The text for a reader of this language. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> en;
            case "sv" -> sv;
            default -> fr;
        };
    }

    private static boolean written(String text) {
        return text != null && !text.isBlank();
    }
}
