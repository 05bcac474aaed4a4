package org.relais.person;

import java.util.ArrayList;
import java.util.List;

import org.relais.person.NameKey.Kind;

/**
 * One look into the keys of a centre: a short range or a few equalities, and what else must hold of the rows there.
 *
 * @param condition on the key {@code k} and the head {@code p}
 */
record KeyProbe(String condition, List<Object> parameters) {
    private static final int SHORTEST_PART = 3;

    /** Where everything is typed right, each word at least in its beginning. */
    static List<KeyProbe> exact(SearchText text) {
        var words = text.byLength();
        var date = text.birthDate();
        if (date != null) {
            // A day holds so few people that the words are compared afterwards, typing errors included.
            return List.of(new KeyProbe("k.kind = ? AND k.name_key = ?", List.of(Kind.BIRTH.code(), date.toString())));
        }
        if (words.isEmpty()) {
            return numbersOnly(text.numbers());
        }
        if (words.size() == 1) {
            return List.of(oneWord(words.getFirst(), text.numbers()));
        }
        var probe = pair(words.get(0), words.get(1));
        return List.of(numbers(others(probe, words, words.get(0), words.get(1)), text.numbers()));
    }

    /** Where one of the longer words has one typing error and the others are right. */
    static List<KeyProbe> near(SearchText text) {
        var probes = new ArrayList<KeyProbe>();
        if (text.birthDate() != null) {
            return probes;
        }
        for (var word : text.words()) {
            var less = List.copyOf(Closeness.lessOneLetter(word));
            if (less.isEmpty()) {
                continue;
            }
            if (text.words().size() > 1) {
                probes.add(narrowed(lateError(text, word), text, word));
                less = less.subList(0, Math.min(less.size(), NameKeys.BEGINNING));
            }
            probes.add(narrowed(years(in(Kind.WORD, less), text.numbers()), text, word));
            var reached = new ArrayList<>(less);
            reached.add(word);
            probes.add(narrowed(years(in(Kind.LESS_ONE_LETTER, reached), text.numbers()), text, word));
        }
        return probes;
    }

    // With a second word at hand, an error behind the first letters stays within one narrow range of pairs.
    private static KeyProbe lateError(SearchText text, String misspelt) {
        var other = text.byLength().stream()
                .filter(word -> !word.equals(misspelt))
                .findFirst()
                .orElseThrow();
        return beginning(Kind.TWO_WORDS, NameKeys.pair(misspelt, other))
                .and("p.search_name REGEXP ?", List.of(Closeness.pattern(misspelt)));
    }

    private static KeyProbe narrowed(KeyProbe probe, SearchText text, String misspelt) {
        return numbers(others(probe, text.words(), misspelt), text.numbers());
    }

    // The year stands in the key itself, so a common name costs no more than a rare one.
    private static KeyProbe years(KeyProbe probe, List<String> numbers) {
        var narrowed = probe;
        for (var number : numbers) {
            var year = Integer.parseInt(number);
            narrowed = switch (number.length()) {
                case 2 -> narrowed.and("k.birth_year IN (?, ?, 0)", List.of(1900 + year, 2000 + year));
                case 4 -> narrowed.and("k.birth_year IN (?, 0)", List.of(year));
                default -> narrowed;
            };
        }
        return narrowed;
    }

    private static List<KeyProbe> numbersOnly(List<String> numbers) {
        var number = numbers.getFirst();
        return number.length() == 4
                ? List.of(beginning(Kind.BIRTH, number), in(Kind.WORD, List.of(number)))
                : List.of(in(Kind.WORD, List.of(number)));
    }

    private static KeyProbe oneWord(String word, List<String> numbers) {
        if (numbers.isEmpty()) {
            return word.length() < SHORTEST_PART ? in(Kind.WORD, List.of(word)) : beginning(Kind.WORD, word);
        }
        var number = numbers.getFirst();
        return numbers(beginning(Kind.YEAR_AND_WORD, NameKeys.yearAndWord(number, word)), numbers);
    }

    private static KeyProbe pair(String longest, String next) {
        return next.length() >= SHORTEST_PART
                ? beginning(Kind.TWO_WORDS, NameKeys.pair(next, longest))
                : beginning(Kind.TWO_WORDS, NameKeys.pair(longest, next));
    }

    private static KeyProbe others(KeyProbe probe, List<String> words, String... known) {
        var narrowed = probe;
        for (var word : words) {
            if (known.length == 2 || !word.equals(known[0])) {
                narrowed = narrowed.and("p.search_name LIKE ?", List.of("% " + word + "%"));
            }
        }
        return narrowed;
    }

    private static KeyProbe numbers(KeyProbe probe, List<String> numbers) {
        var narrowed = probe;
        for (var number : numbers) {
            narrowed = switch (number.length()) {
                case 2 ->
                    narrowed.and(
                            "(k.birth_year % 100 = ? AND k.birth_year <> 0 OR p.search_name LIKE ?)",
                            List.of(Integer.parseInt(number), "% " + number + "%"));
                case 4 ->
                    narrowed.and(
                            "(k.birth_year = ? OR p.search_name LIKE ?)",
                            List.of(Integer.parseInt(number), "% " + number + "%"));
                default -> narrowed.and("p.search_name LIKE ?", List.of("% " + number + "%"));
            };
        }
        return narrowed;
    }

    private static KeyProbe beginning(Kind kind, String text) {
        return new KeyProbe("k.kind = ? AND k.name_key LIKE ?", List.of(kind.code(), text + "%"));
    }

    private static KeyProbe in(Kind kind, List<String> texts) {
        var parameters = new ArrayList<Object>();
        parameters.add(kind.code());
        parameters.addAll(texts);
        return new KeyProbe(
                "k.kind = ? AND k.name_key IN ("
                        + String.join(",", texts.stream().map(text -> "?").toList()) + ")",
                parameters);
    }

    private KeyProbe and(String further, List<Object> more) {
        var all = new ArrayList<>(parameters);
        all.addAll(more);
        return new KeyProbe(condition + " AND " + further, all);
    }
}
