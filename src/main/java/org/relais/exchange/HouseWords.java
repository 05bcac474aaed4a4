package org.relais.exchange;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The bundles of all rooms where there is no screen: on the command line, and for the few words that are stored. */
record HouseWords(Locale locale) {

    /** The language a centre writes in, by its set of country rules. */
    static HouseWords ofCountry(String countryProfile) {
        return new HouseWords("SE".equals(countryProfile) ? Locale.of("sv") : Locale.FRENCH);
    }

    /** The text at the key, whose first word names the room; the key itself when there is none. */
    String text(String key, Object... arguments) {
        try {
            var pattern = ResourceBundle.getBundle(
                            "i18n." + key.substring(0, key.indexOf('.')) + ".texts",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException none) {
            return key;
        }
    }

    /** The word of a FHIR resource type; the type itself when it has none. */
    String type(String type) {
        var key = "exchange.type." + type;
        var word = text(key);
        return word.equals(key) ? type : word;
    }
}
