package org.relais.oversight;

import java.util.List;
import java.util.Optional;

/**
 * Who holds which rights at one moment.
 *
 * @param hash over everybody and what they hold; the same as long as nothing of it changes
 * @param rule says what is dormant
 * @param signed the reviews there were, the latest first
 */
public record RightsState(List<HeldRights> held, String hash, RightsReviewRule rule, List<SignedReview> signed) {

    public RightsState {
        held = List.copyOf(held);
        signed = List.copyOf(signed);
    }

    /** The latest review. */
    public Optional<SignedReview> latest() {
        return signed.stream().findFirst();
    }

    int dormant() {
        return (int) held.stream().filter(HeldRights::dormant).count();
    }
}
