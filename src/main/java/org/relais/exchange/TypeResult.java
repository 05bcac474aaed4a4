package org.relais.exchange;

import java.util.List;

/**
 * What became of the entries of one FHIR resource type. Every entry is in one of the three: {@code inFile} is always
 * {@code imported} plus {@code alreadyThere} plus what was left out.
 *
 * @param type the FHIR resource type, such as {@code Observation}
 * @param alreadyThere stored by an earlier import
 * @param reasons what was left out and why
 */
public record TypeResult(String type, int inFile, int imported, int alreadyThere, List<Reason> reasons) {

    public TypeResult {
        reasons = List.copyOf(reasons);
        if (inFile != imported + alreadyThere + sum(reasons)) {
            throw new IllegalArgumentException("The counts of " + type + " do not add up");
        }
    }

    /** How many were left out, for whatever reason. */
    public int leftOut() {
        return sum(reasons);
    }

    /** The key of the type's word in the bundles, which may be missing for a rare one. */
    public String key() {
        return "exchange.type." + type;
    }

    private static int sum(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::count).sum();
    }

    /** So many left out for one reason, whose words are at the key. */
    public record Reason(String key, int count) {}
}
