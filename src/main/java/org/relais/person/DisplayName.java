package org.relais.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What stands for a person on a screen. */
final class DisplayName {
    private static final int LONGEST = 190;

    private DisplayName() {}

    static String of(
            @Nullable String alias, @Nullable String givenName, @Nullable String familyName, boolean shownUnderAlias) {
        var name = joined(givenName, familyName);
        if (alias != null && (shownUnderAlias || name.isEmpty())) {
            return alias;
        }
        return name;
    }

    /** What else the person goes by: their alias, or the name of a record merged into this; nothing beside an alias. */
    static @Nullable String other(@Nullable String alias, String display, @Nullable String knownAs) {
        if (display.equals(alias)) {
            return null;
        }
        return alias == null && !display.equals(knownAs) ? knownAs : alias;
    }

    /** The order of lists: family name first. */
    static String sortName(
            @Nullable String alias, @Nullable String givenName, @Nullable String familyName, boolean shownUnderAlias) {
        var sorted = shownUnderAlias && alias != null ? alias : joined(familyName, givenName);
        var folded = String.join(" ", NameWords.of(sorted.isEmpty() && alias != null ? alias : sorted));
        return folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST);
    }

    private static String joined(@Nullable String first, @Nullable String second) {
        return Stream.of(first, second)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
