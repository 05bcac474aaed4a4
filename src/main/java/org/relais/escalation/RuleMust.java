package org.relais.escalation;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Refuses a rule file that makes no sense, with the reason. The room that reads the file adds its name. */
final class RuleMust {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9_]*");

    private RuleMust() {}

    static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }

    static void beCode(@Nullable String code, String what) {
        hold(code != null && CODE.matcher(code).matches(), "The code of " + what + " is missing or odd: " + code);
    }

    static void bePresent(@Nullable Object value, String what) {
        hold(value != null, "Missing: " + what);
    }

    static <T> List<T> beFilled(@Nullable List<T> values, String what) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("Missing: " + what);
        }
        return List.copyOf(values);
    }
}
