package org.relais;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.NullMarked;

import org.relais.shared.RelaisException;

/** A stack trace without the messages of its exceptions. */
@NullMarked
final class SilentStack {

    private static final int DEEPEST = 60;

    private SilentStack() {}

    static String of(Throwable failure) {
        var text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        append(text, "", failure, seen);
        return text.toString();
    }

    private static void append(StringBuilder text, String before, Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        text.append(before)
                .append(failure.getClass().getName())
                .append(hint(failure))
                .append('\n');
        var frames = failure.getStackTrace();
        for (int index = 0; index < Math.min(frames.length, DEEPEST); index++) {
            text.append("\tat ").append(frames[index]).append('\n');
        }
        if (failure.getCause() != null) {
            append(text, "Caused by: ", failure.getCause(), seen);
        }
        for (var suppressed : failure.getSuppressed()) {
            append(text, "Suppressed: ", suppressed, seen);
        }
    }

    // The key of our own errors and the numbers of a database: closed words, never a value.
    private static String hint(Throwable failure) {
        return switch (failure) {
            case RelaisException refusal -> " [" + refusal.key() + "]";
            case SQLException refused -> " [" + refused.getErrorCode() + ", " + refused.getSQLState() + "]";
            default -> "";
        };
    }
}
