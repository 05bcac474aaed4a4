package org.relais.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;

/**
 * What somebody typed to find a person, taken apart: a file number, a birth date, words, and short numbers that are a
 * year of birth or belong to an alias.
 */
record SearchText(
        @Nullable FileNumber fileNumber, @Nullable LocalDate birthDate, List<String> words, List<String> numbers) {
    private static final int LONGEST = 100;
    private static final int WORDS = 6;
    private static final Pattern FILE_NUMBER =
            Pattern.compile("(?i)\\brl[-\\s]?\\d{5,9}\\b|(?<![\\d.-])\\d{5,9}(?![\\d.-])");
    private static final Pattern DAY_FIRST = Pattern.compile("\\b(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})\\b");
    private static final Pattern YEAR_FIRST_JOINED = Pattern.compile("\\b((?:19|20)\\d{2})(\\d{2})(\\d{2})\\b");
    private static final Pattern DAY_FIRST_JOINED = Pattern.compile("\\b(\\d{2})(\\d{2})((?:19|20)\\d{2})\\b");

    /** @throws org.relais.shared.InvalidInput when it is too long or holds a control character */
    static SearchText parse(@Nullable String typed) {
        var text = FreeText.optionalLine("text", typed, LONGEST);
        if (text == null) {
            return new SearchText(null, null, List.of(), List.of());
        }
        var rest = new StringBuilder(text);
        var birthDate = date(rest);
        var fileNumber = fileNumber(rest);
        var words = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        for (var word : NameWords.of(rest.toString())) {
            (NameWords.isNumber(word) ? numbers : words).add(word);
        }
        return new SearchText(
                fileNumber,
                birthDate,
                words.stream().limit(WORDS).toList(),
                numbers.stream().limit(2).toList());
    }

    boolean isEmpty() {
        return fileNumber == null && birthDate == null && words.isEmpty() && numbers.isEmpty();
    }

    /** The words, longest first. */
    List<String> byLength() {
        var sorted = new ArrayList<>(words);
        sorted.sort((one, other) -> other.length() - one.length());
        return sorted;
    }

    private static @Nullable LocalDate date(StringBuilder rest) {
        for (var pattern : List.of(YEAR_FIRST, YEAR_FIRST_JOINED)) {
            var found = pattern.matcher(rest);
            if (found.find()) {
                return take(found.toMatchResult(), 1, 3, rest);
            }
        }
        for (var pattern : List.of(DAY_FIRST, DAY_FIRST_JOINED)) {
            var found = pattern.matcher(rest);
            if (found.find()) {
                return take(found.toMatchResult(), 3, 1, rest);
            }
        }
        return null;
    }

    // A date that does not exist stays in the text and finds nobody by date.
    private static @Nullable LocalDate take(MatchResult found, int year, int day, StringBuilder rest) {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(found.group(year)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(day)));
            rest.replace(found.start(), found.end(), " ");
            return date;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable FileNumber fileNumber(StringBuilder rest) {
        var found = FILE_NUMBER.matcher(rest);
        if (!found.find()) {
            return null;
        }
        var number = FileNumber.parse(found.group());
        if (number.isPresent()) {
            rest.replace(found.start(), found.end(), " ");
        }
        return number.orElse(null);
    }
}
