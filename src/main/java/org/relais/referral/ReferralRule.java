package org.relais.referral;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.relais.access.Section;
import org.relais.person.TellingTopic;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * When a referral is asked about, and what a letter to somebody close may speak of.
 *
 * @param receivedWorkingDays until when a partner should say that it received a letter
 * @param appointmentDays until when there should be an appointment, from the day it was sent
 * @param outcomeDays until when it should be known what came of an appointment
 * @param topics of which topics somebody close may be told, for a letter to speak of a section
 */
public record ReferralRule(
        RuleHeader rule,
        int receivedWorkingDays,
        int appointmentDays,
        int outcomeDays,
        Map<Section, Set<TellingTopic>> topics)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "REFERRAL_REMINDER";

    /** Where its versions are. */
    public static final RuleKind<ReferralRule> KIND =
            new RuleKind<>("referral-reminder", ReferralRule.class, ReferralRule::check);

    public ReferralRule {
        var copy = new EnumMap<Section, Set<TellingTopic>>(Section.class);
        topics.forEach((section, asked) -> copy.put(section, Set.copyOf(asked)));
        topics = Map.copyOf(copy);
    }

    private void check() {
        if (receivedWorkingDays < 1 || appointmentDays < 1 || outcomeDays < 1) {
            throw new IllegalArgumentException("The days of a reminder are counted from 1");
        }
        topics.forEach((section, asked) -> {
            if (!section.shareable() || !asked.contains(TellingTopic.PRESENCE)) {
                throw new IllegalArgumentException("A letter tells that the person is here, whatever it tells of them");
            }
        });
    }
}
