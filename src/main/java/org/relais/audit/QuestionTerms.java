package org.relais.audit;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule file fixes for a question: days, hours, names. The question reads what it needs and has no default. */
public record QuestionTerms(Map<String, String> values) {

    /** For a question that needs nothing. */
    public static final QuestionTerms NONE = new QuestionTerms(Map.of());

    public QuestionTerms {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when it is missing or no whole number */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** @throws IllegalArgumentException when it is missing or no time of day */
    public LocalTime time(String name) {
        try {
            return LocalTime.parse(text(name));
        } catch (java.time.DateTimeException malformed) {
            throw new IllegalArgumentException("Not a time of day: " + name, malformed);
        }
    }

    /**
     * The words between commas.
     *
     * @throws IllegalArgumentException when it is missing
     */
    public Set<String> words(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The rule does not say: " + name);
        }
        return value;
    }
}
