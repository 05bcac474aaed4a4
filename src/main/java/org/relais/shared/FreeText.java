package org.relais.shared;

import org.jspecify.annotations.Nullable;

/** Checks of typed text: length in characters as a reader counts them, no control characters but tab and line breaks. */
public final class FreeText {

    /** The longest title or one-line text, in code points. */
    public static final int LINE = 200;

    /** The longest note, in code points. */
    public static final int NOTE = 20_000;

    private FreeText() {}

    /**
     * The text without surrounding blanks.
     *
     * @throws InvalidInput when it is blank, longer than {@code most} code points, or holds a control character
     */
    public static String require(String field, @Nullable String text, int most) {
        var checked = optional(field, text, most);
        if (checked == null) {
            throw new InvalidInput(field, "shared.error.required");
        }
        return checked;
    }

    /**
     * The text without surrounding blanks, or null when blank.
     *
     * @throws InvalidInput when it is longer than {@code most} code points or holds a control character
     */
    public static @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length > most) {
            throw new InvalidInput(field, "shared.error.too-long", most, length);
        }
        if (stripped.codePoints().anyMatch(FreeText::refused)) {
            throw new InvalidInput(field, "shared.error.control-character");
        }
        return stripped;
    }

    /** As {@link #require} for one line: line breaks and tabs are refused too. */
    public static String requireLine(String field, @Nullable String text, int most) {
        var checked = require(field, text, most);
        requireSingle(field, checked);
        return checked;
    }

    /** As {@link #optional} for one line: line breaks and tabs are refused too. */
    public static @Nullable String optionalLine(String field, @Nullable String text, int most) {
        var checked = optional(field, text, most);
        if (checked != null) {
            requireSingle(field, checked);
        }
        return checked;
    }

    private static void requireSingle(String field, String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(field, "shared.error.control-character");
        }
    }

    // Bidirectional overrides can make a name read as another one, so they count as control characters here.
    private static boolean refused(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return false;
        }
        return Character.isISOControl(character)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
