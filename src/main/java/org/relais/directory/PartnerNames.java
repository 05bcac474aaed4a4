package org.relais.directory;

import java.util.Set;

/** What one partner is called, and no other: for matching a name that somebody wrote down. */
public record PartnerNames(Set<String> folded) {

    public PartnerNames {
        folded = Set.copyOf(folded);
    }

    /** Whether this name means the partner; accents, case and signs between words do not count. */
    public boolean mean(String name) {
        return folded.contains(SearchWords.folded(name));
    }
}
