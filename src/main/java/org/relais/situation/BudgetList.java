package org.relais.situation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What a budget asks for, as read from {@code rules/social-budget} (domain reference F.4).
 *
 * @param debtStatuses how a debt stands
 * @param currencies the code of the currency by country profile
 * @param most the largest amount of one line
 * @param mostLines how many lines a budget holds, debts included
 */
public record BudgetList(
        RuleHeader rule,
        List<Choice> incomes,
        List<Choice> expenses,
        List<Choice> debtStatuses,
        Map<String, String> currencies,
        BigDecimal most,
        int mostLines)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<BudgetList> KIND =
            new RuleKind<>("social-budget", BudgetList.class, BudgetList::check);

    /** The house's list. */
    public static final String CODE = "SOCIAL_BUDGET";

    private static final String DEFAULT_PROFILE = "DEFAULT";

    public BudgetList {
        incomes = List.copyOf(incomes);
        expenses = List.copyOf(expenses);
        debtStatuses = List.copyOf(debtStatuses);
        currencies = Map.copyOf(currencies);
    }

    /**
     * One answer.
     *
     * @param settled of a debt that nothing is paid for any more
     */
    public record Choice(String code, Words name, @Nullable Boolean settled) {}

    /** The choices for a line of the month. */
    public List<Choice> choices(BudgetLine.Side side) {
        return side == BudgetLine.Side.INCOME ? incomes : expenses;
    }

    public Optional<Choice> debtStatus(String code) {
        return debtStatuses.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The currency of a country profile. */
    public String currency(String countryProfile) {
        return currencies.getOrDefault(countryProfile, String.valueOf(currencies.get(DEFAULT_PROFILE)));
    }

    /** The words of a code; the code itself where the list does not know it. */
    public static String word(List<Choice> choices, String code, Locale locale) {
        return choices.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name().in(locale))
                .findFirst()
                .orElse(code);
    }

    private void check() {
        Stream.of(incomes, expenses, debtStatuses).forEach(choices -> {
            var codes = new HashSet<String>();
            choices.forEach(one -> hold(codes.add(one.code()), "Twice in a list: " + one.code()));
            hold(!codes.isEmpty(), "Nothing to answer");
        });
        hold(currencies.containsKey(DEFAULT_PROFILE), "No currency where none is said");
        hold(currencies.values().stream().allMatch(code -> code.matches("[A-Z]{3}")), "Not a currency");
        hold(most.signum() > 0 && mostLines > 0, "A limit makes no sense");
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
