package org.relais.situation;

import java.util.List;
import java.util.Optional;

import org.relais.shared.CentreId;

/**
 * The versions of a person's budget that the reader sees.
 *
 * @param versions the latest first
 * @param withheld whether there are others that the reader does not see
 */
public record BudgetHistory(List<Budget> versions, boolean withheld) {

    public BudgetHistory {
        versions = List.copyOf(versions);
    }

    public Optional<Budget> current() {
        return versions.stream().findFirst();
    }

    /** The version to send back when a centre tells it anew; 0 where it told none. */
    public int versionAt(CentreId centre) {
        return versions.stream()
                .filter(one -> one.centre().equals(centre))
                .mapToInt(Budget::version)
                .max()
                .orElse(0);
    }
}
