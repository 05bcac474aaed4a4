package org.relais.exchange.referral;

import java.util.List;

/**
 * What became of the entries of one FHIR resource type: every entry of the file was either taken or left out for a
 * reason, so that {@code inFile} is always {@code taken} plus {@link #leftOut()}.
 *
 * @param type the FHIR resource type, such as {@code Observation}
 * @param reasons what was left out, by reason in the order of {@link LeftOutReason}
 */
public record TypeCount(String type, int inFile, int taken, List<LeftOut> reasons) {

    public TypeCount {
        reasons = List.copyOf(reasons);
        if (inFile != taken + sum(reasons)) {
            throw new IllegalArgumentException("The counts of " + type + " do not add up");
        }
    }

    /** How many entries were left out, for whatever reason. */
    public int leftOut() {
        return sum(reasons);
    }

    private static int sum(List<LeftOut> reasons) {
        return reasons.stream().mapToInt(LeftOut::count).sum();
    }
}
