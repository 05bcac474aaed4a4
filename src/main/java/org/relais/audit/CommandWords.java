package org.relais.audit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the commands, in the language of the terminal's operator: French. */
final class CommandWords {

    private final Locale locale = Locale.FRENCH;
    private final ResourceBundle bundle = ResourceBundle.getBundle("i18n.audit.texts", locale);

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
