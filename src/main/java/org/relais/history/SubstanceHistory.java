package org.relais.history;

import java.util.List;
import java.util.Optional;

import org.relais.shared.CentreId;

/**
 * The versions of a person's substance profile that a reader sees, newest first.
 *
 * @param withheld whether there are others that the reader may not see
 */
public record SubstanceHistory(List<SubstanceProfile> versions, boolean withheld) {

    public SubstanceHistory {
        versions = List.copyOf(versions);
    }

    /** How it stands now; empty while nobody told it. */
    public Optional<SubstanceProfile> current() {
        return versions.stream().findFirst();
    }

    /** The version of a centre, to send back with the next one; 0 while it has none. */
    public int versionAt(CentreId centre) {
        return versions.stream()
                .filter(one -> one.centre().equals(centre))
                .mapToInt(SubstanceProfile::version)
                .max()
                .orElse(0);
    }
}
