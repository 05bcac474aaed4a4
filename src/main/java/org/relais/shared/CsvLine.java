package org.relais.shared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a file for a spreadsheet: every cell in quotes, parted by semicolons. What a spreadsheet would run as a
 * formula gets an apostrophe in front, which says that it is text.
 */
public final class CsvLine {

    /** What begins a formula, also as the wide forms that some programs read alike. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final String BREAKS = "\t\r\n";

    private CsvLine() {}

    /** A line of texts, with its end. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** One text as a cell, for a line that also holds numbers, which are written without quotes. */
    public static String cell(String text) {
        return '"' + neutral(text).replace("\"", "\"\"") + '"';
    }

    private static String neutral(String text) {
        return begins(text, BREAKS) || begins(text.stripLeading(), FORMULA) ? "'" + text : text;
    }

    private static boolean begins(String text, String with) {
        return !text.isEmpty() && with.indexOf(text.charAt(0)) >= 0;
    }
}
