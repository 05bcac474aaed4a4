package org.relais.indicator;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What one indicator is (domain reference H.3). Its words (name, numerator, denominator, what is left out) are texts
 * under {@code indicator.<code>}.
 *
 * @param order its place among the others, from 1
 * @param lagDays after how many days a thing can be counted at all: a cohort of 90 days is ripe 90 days later
 * @param section the row of the policy matrix that says who may learn whom it counts; others learn how many
 * @param better which way it should go
 * @param target in the unit of the figure; null while nobody has set one
 * @param beside the figures that are told beside it, such as late cancellations beside no-shows
 */
public record IndicatorRule(
        RuleHeader rule,
        int order,
        Measure measure,
        int lagDays,
        Section section,
        Better better,
        @Nullable BigDecimal target,
        List<String> beside)
        implements Rule {

    /** Where its versions are. */
    public static final RuleKind<IndicatorRule> KIND =
            new RuleKind<>("indicator", IndicatorRule.class, IndicatorRule::check);

    public IndicatorRule {
        beside = List.copyOf(beside);
    }

    /** Such as {@code K3}. */
    public String code() {
        return rule.code();
    }

    private void check() {
        if (order < 1 || lagDays < 0) {
            throw new IllegalArgumentException("The place of an indicator is counted from 1, its lag from 0");
        }
        if (beside.stream().anyMatch(figure -> !figure.startsWith(code() + "_"))) {
            throw new IllegalArgumentException("A figure beside " + code() + " begins with its code");
        }
    }
}
