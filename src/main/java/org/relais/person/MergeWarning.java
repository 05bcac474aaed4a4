package org.relais.person;

import java.util.List;

/**
 * One thing to know before two records are merged: a key of the bundles and its arguments.
 *
 * @param refuses whether it has to be settled first: until then there is no merge
 */
public record MergeWarning(String key, List<String> arguments, boolean refuses) {

    public MergeWarning {
        arguments = List.copyOf(arguments);
    }

    public static MergeWarning of(String key, String... arguments) {
        return new MergeWarning(key, List.of(arguments), false);
    }

    /** Something that cannot be so of one person, to be settled first. */
    public static MergeWarning refusing(String key, String... arguments) {
        return new MergeWarning(key, List.of(arguments), true);
    }
}
