package org.relais.exchange;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;
import org.relais.shared.ReferralId;

/**
 * What one file has brought.
 *
 * @param referral null when everything was there already and nothing was changed
 * @param types a row for each resource type of the file
 */
public record ReferralResult(
        PersonId person, @Nullable ReferralId referral, List<TypeResult> types, List<PartResult> parts) {

    public ReferralResult {
        types = List.copyOf(types);
        parts = List.copyOf(parts);
    }
}
