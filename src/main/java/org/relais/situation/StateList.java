package org.relais.situation;

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
 * The coded states and what they are called in the Treatment Demand Indicator, as read from
 * {@code rules/situation-states} (domain reference F.5 and H.1). Not known and refused are answers of every kind; what
 * was not asked has no state.
 *
 * @param tdiNotKnown how the indicator calls what is not known, was refused or not asked
 * @param tdiDetention how it calls where somebody lives who is detained, whatever their housing
 * @param yearsBack how far back a state may begin
 * @param monthsAhead how far ahead a state that is already agreed may begin
 */
public record StateList(
        RuleHeader rule,
        List<Kind> kinds,
        Choice notKnown,
        Choice refused,
        String tdiNotKnown,
        String tdiDetention,
        int yearsBack,
        int monthsAhead)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<StateList> KIND =
            new RuleKind<>("situation-states", StateList.class, StateList::check);

    /** The house's list. */
    public static final String CODE = "SITUATION_STATES";

    public StateList {
        kinds = List.copyOf(kinds);
    }

    /** The answers of one kind. */
    public record Kind(StateKind kind, List<Choice> choices) {

        public Kind {
            choices = List.copyOf(choices);
        }
    }

    /**
     * One answer.
     *
     * @param group what it stands under where there are many; null for none
     * @param tdi how the indicator calls it; null where it does not ask for the kind
     * @param tdiWhenLasting how it calls it where the worker marked the place as one to stay in; null where that
     *     changes nothing and is not asked
     * @param detained whether the person is detained
     */
    public record Choice(
            String code,
            Words name,
            @Nullable Words group,
            @Nullable String tdi,
            @Nullable String tdiWhenLasting,
            @Nullable Boolean detained) {

        /** Whether it makes a difference that the place is one to stay in. */
        public boolean asksWhetherLasting() {
            return tdiWhenLasting != null;
        }
    }

    /** The answers to a kind, not known and refused at the end. */
    public List<Choice> choices(StateKind kind) {
        return Stream.concat(
                        kinds.stream().filter(one -> one.kind() == kind).flatMap(one -> one.choices().stream()),
                        Stream.of(notKnown, refused))
                .toList();
    }

    public Optional<Choice> choice(StateKind kind, String code) {
        return choices(kind).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The words of an answer; the code itself where the list does not know it. */
    public String word(StateKind kind, String code, Locale locale) {
        return choice(kind, code).map(one -> one.name().in(locale)).orElse(code);
    }

    private void check() {
        for (var kind : StateKind.values()) {
            hold(kinds.stream().filter(one -> one.kind() == kind).count() == 1, "Once each: " + kind);
            var codes = new HashSet<String>();
            choices(kind).forEach(one -> hold(codes.add(one.code()), "Twice in " + kind + ": " + one.code()));
            hold(codes.size() > 2, "Nothing to answer: " + kind);
        }
        hold(yearsBack > 0 && monthsAhead >= 0, "A limit makes no sense");
    }

    private static void hold(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
