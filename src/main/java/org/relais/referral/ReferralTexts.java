package org.relais.referral;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of letters, in one of the portal's languages; French for any other. */
final class ReferralTexts {

    private static final List<String> LANGUAGES = List.of("fr", "en", "sv");

    private ReferralTexts() {}

    /** The text of a key, whose first word names the room that has it. */
    static String say(Locale locale, String key, Object... arguments) {
        var language = language(locale);
        var text = ResourceBundle.getBundle(
                        "i18n." + key.substring(0, key.indexOf('.')) + ".texts",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
    }

    /** A day as letters write it. */
    static String day(Locale locale, LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language(locale)));
    }

    private static Locale language(Locale locale) {
        return Locale.of(LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : LANGUAGES.getFirst());
    }
}
