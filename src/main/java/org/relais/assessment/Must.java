package org.relais.assessment;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Refuses a rule file that makes no sense, with the reason. The room that reads the file adds its name. */
final class Must {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9_]*");

    private Must() {}

    static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }

    static void beCode(@Nullable String code, String what) {
        hold(code != null && CODE.matcher(code).matches(), "The code of " + what + " is missing or odd: " + code);
    }

    static <T> T bePresent(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("Missing: " + what);
        }
        return value;
    }

    static <T> List<T> beFilled(@Nullable List<T> values, String what) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("Missing: " + what);
        }
        return List.copyOf(values);
    }

    static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    static void beDistinct(List<?> values, String what) {
        hold(values.stream().distinct().count() == values.size(), "Stands twice among " + what + ": " + values);
    }
}
