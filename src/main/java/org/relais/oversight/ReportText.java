package org.relais.oversight;

import java.util.List;
import java.util.Locale;

/**
 * A report in words: what stands on the screen and in the file alike.
 *
 * @param notes below the title
 * @param days the head of a day with its sentences
 * @param ending below the last day
 */
public record ReportText(Locale language, String title, List<String> notes, List<Day> days, List<String> ending) {

    public ReportText {
        notes = List.copyOf(notes);
        days = List.copyOf(days);
        ending = List.copyOf(ending);
    }

    /** One day. */
    public record Day(String head, List<String> sentences) {

        public Day {
            sentences = List.copyOf(sentences);
        }
    }
}
