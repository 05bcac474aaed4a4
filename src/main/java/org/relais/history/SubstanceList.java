package org.relais.history;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * What a substance profile asks for and the answers it takes, as read from {@code rules/substance-list}. An answer that
 * is not known, and one that the person did not wish to give, are answers of the lists; what was not asked has none.
 *
 * @param noSecondary that there is no secondary substance
 * @param notKnown the code by which every list says that it is not known
 * @param injectedRoute the code of the route that means injecting
 * @param neverInjected the code that says that the person never injected
 * @param notUsed the code that says that the substance was not used within {@code frequencyDays}
 * @param onlyOne the answer to a problem with several substances that follows from there being one
 * @param recency the codes of injecting and sharing, the longest ago first
 */
public record SubstanceList(
        RuleHeader rule,
        List<Substance> substances,
        Choice noSecondary,
        List<Choice> routes,
        List<Choice> frequencies,
        List<Choice> polydrug,
        List<Choice> injecting,
        String notKnown,
        String injectedRoute,
        String neverInjected,
        String notUsed,
        String onlyOne,
        List<String> recency,
        int frequencyDays,
        int mostSecondary,
        int leastAge,
        int mostAge)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<SubstanceList> KIND =
            new RuleKind<>("substance-list", SubstanceList.class, SubstanceList::check);

    /** The list of the Treatment Demand Indicator. */
    public static final String CODE = "TDI_SUBSTANCES";

    public SubstanceList {
        substances = List.copyOf(substances);
        routes = List.copyOf(routes);
        frequencies = List.copyOf(frequencies);
        polydrug = List.copyOf(polydrug);
        injecting = List.copyOf(injecting);
        recency = List.copyOf(recency);
    }

    /** An answer in the languages of the portal. */
    public record Words(String fr, String en, String sv) {

        public Words {
            hold(written(fr) && written(en) && written(sv), "An answer lacks French, English or Swedish: " + fr);
        }

        /** The words for a reader of this language. */
        public String in(Locale locale) {
            return switch (locale.getLanguage()) {
                case "en" -> en;
                case "sv" -> sv;
                default -> fr;
            };
        }

        private static boolean written(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    /** One answer of a list. */
    public record Choice(String code, Words name) {}

    /** @param group the group it is reported in */
    public record Substance(String code, String group, Words name) {

        Choice choice() {
            return new Choice(code, name);
        }
    }

    /** The answers to the primary substance. */
    public List<Choice> primary() {
        return substances.stream().map(Substance::choice).toList();
    }

    /** The answers to the secondary substances. */
    public List<Choice> secondary() {
        return Stream.concat(Stream.of(noSecondary), primary().stream()).toList();
    }

    /** The group in which a substance is reported; empty for a code that is not in the list. */
    public Optional<String> group(String code) {
        return substances.stream()
                .filter(one -> one.code().equals(code))
                .map(Substance::group)
                .findFirst();
    }

    /** Whether the answer to the secondary substances stands alone. */
    public boolean alone(String code) {
        return code.equals(noSecondary.code()) || code.equals(notKnown);
    }

    /** The words of an answer; the code itself where the list does not know it. */
    public static String word(List<Choice> answers, String code, Locale locale) {
        return answers.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name().in(locale))
                .findFirst()
                .orElse(code);
    }

    private void check() {
        Stream.of(secondary(), routes, frequencies, polydrug, injecting).forEach(answers -> {
            var seen = new HashSet<String>();
            answers.forEach(one -> hold(seen.add(one.code()), "Twice in a list: " + one.code()));
            hold(seen.contains(notKnown), "A list does not know " + notKnown);
        });
        hold(has(routes, injectedRoute), "No such route: " + injectedRoute);
        hold(has(frequencies, notUsed), "No such frequency: " + notUsed);
        hold(has(polydrug, onlyOne), "No such answer: " + onlyOne);
        hold(recency.stream().allMatch(code -> has(injecting, code)), "No such answer: " + recency);
        hold(!recency.isEmpty() && recency.getFirst().equals(neverInjected), "Never comes first: " + recency);
        hold(leastAge >= 0 && mostAge > leastAge && mostSecondary > 0 && frequencyDays > 0, "A limit makes no sense");
    }

    static boolean has(List<Choice> answers, String code) {
        return answers.stream().anyMatch(one -> one.code().equals(code));
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
