package org.relais.reintegration;

import java.util.List;
import java.util.Optional;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;
import org.relais.situation.Words;

/**
 * The milestones of one kind of reintegration project, as read from {@code rules/reintegration-track}.
 *
 * @param aim the code of the milestone to which the days are counted
 * @param milestones in the order in which they usually come
 */
public record TrackRule(RuleHeader rule, String aim, List<Milestone> milestones) implements Rule {

    /** Where its versions are. */
    public static final RuleKind<TrackRule> KIND =
            new RuleKind<>("reintegration-track", TrackRule.class, TrackRule::check);

    public TrackRule {
        milestones = List.copyOf(milestones);
    }

    /** One milestone: reached on a day. */
    public record Milestone(String code, Words text) {}

    Optional<Milestone> milestone(String code) {
        return milestones.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private void check() {
        TrackKind.valueOf(rule.code());
        if (milestone(aim).isEmpty()) {
            throw new IllegalArgumentException("The aim is one of the milestones");
        }
        if (milestones.stream().map(Milestone::code).distinct().count() != milestones.size()) {
            throw new IllegalArgumentException("A milestone stands twice");
        }
    }
}
