package org.relais.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a name as a search compares them: accents folded, lower case, parted at everything that is neither a
 * letter nor a digit and between letters and digits.
 */
final class NameWords {
    private static final int LONGEST = 60;

    private NameWords() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var digits = false;
        for (var character : fold(text).codePoints().toArray()) {
            var digit = Character.isDigit(character);
            if (!digit && !Character.isLetter(character)) {
                finish(word, words);
                continue;
            }
            if (digit != digits) {
                finish(word, words);
                digits = digit;
            }
            if (word.length() < LONGEST) {
                word.appendCodePoint(character);
            }
        }
        finish(word, words);
        return words;
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.codePointAt(0));
    }

    // What Unicode does not take apart by itself.
    private static String fold(String text) {
        var parted = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        var folded = new StringBuilder(parted.length());
        for (var character : parted.toCharArray()) {
            switch (character) {
                case 'ß' -> folded.append("ss");
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ø' -> folded.append('o');
                case 'ł' -> folded.append('l');
                case 'đ', 'ð' -> folded.append('d');
                case 'þ' -> folded.append("th");
                case 'ı' -> folded.append('i');
                default -> {
                    if (Character.getType(character) != Character.NON_SPACING_MARK) {
                        folded.append(character);
                    }
                }
            }
        }
        return folded.toString();
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
