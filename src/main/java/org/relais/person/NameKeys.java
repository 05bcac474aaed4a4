package org.relais.person;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.relais.person.NameKey.Kind;

/**
 * Computes the keys of a person from everything they are and were known by. Words and pairs are looked up by their
 * beginning, so a part of a name is one range; neighbours make one typing error an equality.
 */
final class NameKeys {
    /** The letters of the first word in the key of two words. */
    static final int BEGINNING = 3;

    private static final int LONGEST_NAME = 700;

    private NameKeys() {}

    static Set<NameKey> of(Collection<IdentityRow> identities) {
        var keys = new LinkedHashSet<NameKey>();
        for (var identity : identities) {
            add(identity, keys);
        }
        return keys;
    }

    /** Every word, each after a blank, for checking the beginnings of further words. */
    static String searchName(Collection<IdentityRow> identities) {
        var words = new LinkedHashSet<String>();
        identities.forEach(identity -> words.addAll(identity.words()));
        var name = new StringBuilder();
        for (var word : words) {
            if (name.length() + word.length() < LONGEST_NAME) {
                name.append(' ').append(word);
            }
        }
        return name.toString();
    }

    /** The key of two words: the beginning of one, and the other. */
    static String pair(String beginning, String whole) {
        return beginning(beginning) + " " + whole;
    }

    /** The key of a number and a word: its last two digits, and the word. */
    static String yearAndWord(String number, String word) {
        return lastTwo(number) + " " + word;
    }

    private static void add(IdentityRow identity, Set<NameKey> keys) {
        var year = identity.yearOfBirth();
        var words = identity.words();
        var names = words.stream().filter(word -> !NameWords.isNumber(word)).toList();
        words.forEach(word -> keys.add(new NameKey(Kind.WORD, word, year)));
        for (var name : names) {
            Closeness.lessOneLetter(name).forEach(less -> keys.add(new NameKey(Kind.LESS_ONE_LETTER, less, year)));
            for (var other : names) {
                if (!other.equals(name)) {
                    keys.add(new NameKey(Kind.TWO_WORDS, pair(name, other), year));
                }
            }
            numbers(words, year)
                    .forEach(number -> keys.add(new NameKey(Kind.YEAR_AND_WORD, yearAndWord(number, name), year)));
        }
        if (identity.birthDate() != null) {
            keys.add(new NameKey(Kind.BIRTH, identity.birthDate().toString(), year));
        } else if (year != 0) {
            keys.add(new NameKey(Kind.BIRTH, String.valueOf(year), year));
        }
    }

    private static List<String> numbers(List<String> words, int year) {
        var numbers =
                new LinkedHashSet<>(words.stream().filter(NameWords::isNumber).toList());
        if (year != 0) {
            numbers.add(String.valueOf(year));
        }
        return List.copyOf(numbers);
    }

    static String beginning(String word) {
        return word.length() <= BEGINNING ? word : word.substring(0, BEGINNING);
    }

    private static String lastTwo(String number) {
        return number.length() == 1 ? "0" + number : number.substring(number.length() - 2);
    }
}
