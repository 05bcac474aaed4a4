package org.relais.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the commands, in the language of the terminal's operator: French. */
public final class CommandWords {

    private final Locale locale = Locale.FRENCH;

    /** The text at a key, whose first word names the room that has it. */
    public String text(String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("i18n." + key.substring(0, key.indexOf('.')) + ".texts", locale);
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
