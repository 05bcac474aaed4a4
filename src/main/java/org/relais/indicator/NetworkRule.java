package org.relais.indicator;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What of the figures of all centres together is shown, as read from {@code rules/network-figures} (domain reference
 * H.3).
 *
 * @param smallestShown the smallest count above zero that is shown, at least 2
 * @param years how many calendar years are offered, the running one among them
 */
public record NetworkRule(RuleHeader rule, int smallestShown, int years) implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "NETWORK_FIGURES";

    /** Where its versions are. */
    public static final RuleKind<NetworkRule> KIND =
            new RuleKind<>("network-figures", NetworkRule.class, NetworkRule::check);

    private void check() {
        if (smallestShown < 2 || years < 1) {
            throw new IllegalArgumentException("A single one is never shown, and at least one year is");
        }
    }
}
