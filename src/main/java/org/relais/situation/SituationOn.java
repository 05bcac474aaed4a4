package org.relais.situation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How a person's situation stood on a day, as far as the reader sees it. A kind without a state was not asked.
 *
 * @param day the day asked for
 */
public record SituationOn(LocalDate day, Map<StateKind, StatePeriod> states) {

    public SituationOn {
        states = Map.copyOf(states);
    }

    /** The state of a kind; empty where it was not asked. */
    public Optional<StateRow> state(StateKind kind) {
        return Optional.ofNullable(states.get(kind)).map(StatePeriod::state);
    }

    /**
     * How the Treatment Demand Indicator calls the state of a kind (H.1): where the person lives (item 10) from their
     * housing, unless they are detained; work (12), education (11), children (9). Not known where it was not asked,
     * is not known, or was refused.
     */
    public String tdi(StateKind kind, StateList list) {
        if (kind == StateKind.HOUSING && detained(list)) {
            return list.tdiDetention();
        }
        return state(kind)
                .flatMap(row -> list.choice(kind, String.valueOf(row.code())).map(choice -> {
                    var lasting = choice.tdiWhenLasting();
                    return row.lasting() && lasting != null ? lasting : choice.tdi();
                }))
                .orElse(list.tdiNotKnown());
    }

    private boolean detained(StateList list) {
        return state(StateKind.JUSTICE)
                .flatMap(row -> list.choice(StateKind.JUSTICE, String.valueOf(row.code())))
                .map(choice -> Boolean.TRUE.equals(choice.detained()))
                .orElse(false);
    }
}
