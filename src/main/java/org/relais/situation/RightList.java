package org.relais.situation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * The rights and benefits that are followed, and when somebody is reminded, as read from {@code rules/social-rights}
 * (domain reference F.4).
 *
 * @param remindDays how many days before a right expires somebody is reminded, in any order
 * @param most the largest amount of a month
 * @param yearsAhead how far ahead a day may lie
 */
public record RightList(RuleHeader rule, List<Kind> kinds, List<Integer> remindDays, BigDecimal most, int yearsAhead)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<RightList> KIND = new RuleKind<>("social-rights", RightList.class, RightList::check);

    /** The house's list. */
    public static final String CODE = "SOCIAL_RIGHTS";

    public RightList {
        kinds = List.copyOf(kinds);
        remindDays = remindDays.stream().sorted(Comparator.reverseOrder()).toList();
    }

    /** One right or benefit. */
    public record Kind(String code, Words name) {}

    public Optional<Kind> kind(String code) {
        return kinds.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The words of a kind; the code itself where the list does not know it. */
    public String word(String code, Locale locale) {
        return kind(code).map(one -> one.name().in(locale)).orElse(code);
    }

    /**
     * The last reminder that a day has reached: with 60, 30 and 7 days, 45 days before it is the one of 60. Empty while
     * it is too early for any.
     *
     * @param daysLeft until the day, negative when it has passed
     */
    public Optional<Integer> reminder(int daysLeft) {
        return remindDays.stream().filter(days -> daysLeft <= days).min(Comparator.naturalOrder());
    }

    /** How many days ahead the first reminder comes. */
    public int firstReminder() {
        return remindDays.getFirst();
    }

    /** How many days ahead the last reminder comes. */
    public int lastReminder() {
        return remindDays.getLast();
    }

    private void check() {
        var codes = new HashSet<String>();
        kinds.forEach(one -> hold(codes.add(one.code()), "Twice in the list: " + one.code()));
        hold(!codes.isEmpty() && !remindDays.isEmpty(), "Nothing to follow");
        hold(remindDays.stream().allMatch(days -> days > 0), "A reminder comes before");
        hold(most.signum() > 0 && yearsAhead > 0, "A limit makes no sense");
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
