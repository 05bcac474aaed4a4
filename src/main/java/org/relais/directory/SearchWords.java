package org.relais.directory;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words as the search compares them: without accents and case, and for longer ones with each letter left out in turn. */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_FORGIVEN = 5;
    private static final int LONGEST = 40;

    private SearchWords() {}

    /** A text without accents, case and doubled blanks, to compare by. */
    static String folded(String text) {
        return String.join(" ", of(text));
    }

    /** The words of a text. */
    static List<String> of(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o");
        return BETWEEN.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST))
                .toList();
    }

    /** The word with each letter left out in turn; nothing for a short one. Two words one letter apart share one. */
    static Set<String> neighbours(String word) {
        var neighbours = new LinkedHashSet<String>();
        if (word.length() >= SHORTEST_FORGIVEN) {
            for (int i = 0; i < word.length(); i++) {
                neighbours.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return neighbours;
    }
}
