package org.relais.person;

import java.util.List;

/** One thing to know before two records are merged: a key of the bundles and its arguments. */
public record MergeWarning(String key, List<String> arguments) {

    public MergeWarning {
        arguments = List.copyOf(arguments);
    }

    public static MergeWarning of(String key, String... arguments) {
        return new MergeWarning(key, List.of(arguments));
    }
}
