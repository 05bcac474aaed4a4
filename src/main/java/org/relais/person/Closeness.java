package org.relais.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** How near two folded words are: one letter missing, added, changed, or two neighbours swapped is one error. */
final class Closeness {
    /** Shorter words must be typed right: an error in three letters is another name. */
    static final int SHORTEST = 4;

    private Closeness() {}

    /** Whether at most one error lies between them. */
    static boolean within(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        var start = 0;
        while (start < shorter.length() && shorter.charAt(start) == longer.charAt(start)) {
            start++;
        }
        var rest = shorter.length() - start;
        if (longer.length() != shorter.length()) {
            return longer.regionMatches(start + 1, shorter, start, rest);
        }
        if (rest <= 1 || longer.regionMatches(start + 1, shorter, start + 1, rest - 1)) {
            return true;
        }
        return longer.charAt(start) == shorter.charAt(start + 1)
                && longer.charAt(start + 1) == shorter.charAt(start)
                && longer.regionMatches(start + 2, shorter, start + 2, rest - 2);
    }

    /** The word with each letter left out in turn; nothing for a word that is too short. */
    static Set<String> lessOneLetter(String word) {
        var neighbours = new LinkedHashSet<String>();
        if (word.length() >= SHORTEST) {
            for (var at = 0; at < word.length(); at++) {
                neighbours.add(word.substring(0, at) + word.substring(at + 1));
            }
        }
        return neighbours;
    }

    /** A pattern of all words that begin within one error behind the first letters; some that are further too. */
    static String pattern(String word) {
        var variants = new ArrayList<String>();
        for (var at = NameKeys.BEGINNING; at < word.length(); at++) {
            variants.add(word.substring(0, at) + ".{0,2}" + word.substring(at + 1));
            if (at + 1 < word.length()) {
                variants.add(word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
            }
        }
        return " (" + String.join("|", variants) + ")";
    }
}
