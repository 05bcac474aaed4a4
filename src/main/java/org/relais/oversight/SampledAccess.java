package org.relais.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One access of a sample. Ids and closed words only.
 *
 * @param position from 1 on
 * @param rules the codes of the rules that found it; empty where it was drawn at random
 * @param weight by which it was drawn; 0 where it was drawn at random
 */
public record SampledAccess(
        int position,
        UUID row,
        List<String> rules,
        int weight,
        StaffId actor,
        String actorRole,
        @Nullable PersonId person,
        @Nullable CentreId centre,
        Instant at,
        String action,
        String section,
        @Nullable String basis,
        boolean allowed,
        @Nullable Concluded concluded) {

    public SampledAccess {
        rules = List.copyOf(rules);
    }

    /** The keys of the names of the rules that found it. */
    public List<String> ruleKeys() {
        return rules.stream().map(Finding::ruleKey).toList();
    }
}
