package org.relais.uikit;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;

/** How a chart says its numbers and its own few words, in the reader's language. */
final class ChartWords {

    private static final String NUMBER = "%s";

    private final Locale locale;
    private final String unit;
    private final Formats formats;
    private final ResourceBundle words;

    /** @param locale one of French, English and Swedish; any other is read as French */
    ChartWords(Locale locale, ChartModel.Unit unit) {
        this.locale = locale;
        this.unit = unit.name().toLowerCase(Locale.ROOT);
        // No instant is written here: any zone will do
        this.formats = new Formats(locale, ZoneOffset.UTC);
        var language = locale.getLanguage();
        this.words = ResourceBundle.getBundle(
                "i18n.uikit.texts",
                Locale.of(language.equals("en") || language.equals("sv") ? language : "fr"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** 78 %, 78%, 74 j, 12. */
    String number(BigDecimal number) {
        return say("uikit.chart.unit." + unit, formats.number(number));
    }

    /** The same with a mark where the number goes, for the numbers of an axis. */
    String template() {
        return say("uikit.chart.unit." + unit, NUMBER);
    }

    /** A column's head in a file, where numbers stand without their unit. */
    String withUnit(String head) {
        return say("uikit.chart.head." + unit, head);
    }

    String previousHead(String series, String previous) {
        return say("uikit.chart.previous", series, previous);
    }

    String total() {
        return say("uikit.chart.total");
    }

    String target(ChartModel.Target target) {
        return say("uikit.chart.target", target.name());
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }
}
