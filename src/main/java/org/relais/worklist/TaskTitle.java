package org.relais.worklist;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a task is called: a text as somebody typed it, or a key of the bundles with its arguments, for what the portal
 * itself says. Exactly one of text and key is there.
 */
public record TaskTitle(@Nullable String text, @Nullable String key, List<String> arguments) {

    public TaskTitle {
        if ((text == null) == (key == null)) {
            throw new IllegalArgumentException("A title is either a text or a key");
        }
        arguments = List.copyOf(arguments);
    }

    /** A text in the words of its author. */
    public static TaskTitle text(String text) {
        return new TaskTitle(text, null, List.of());
    }

    /** A word of the portal, translated where it is shown. */
    public static TaskTitle key(String key, String... arguments) {
        return new TaskTitle(null, key, List.of(arguments));
    }

    /** The words, through whatever translates keys. */
    public String words(Translation translation) {
        return text != null ? text : translation.translate(Objects.requireNonNull(key), arguments.toArray());
    }

    /** How a key becomes words: {@code component::getTranslation}. */
    @FunctionalInterface
    public interface Translation {

        String translate(String key, Object... arguments);
    }
}
