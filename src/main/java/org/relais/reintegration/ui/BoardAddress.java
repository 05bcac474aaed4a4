package org.relais.reintegration.ui;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;
import org.relais.shared.StepId;

/**
 * What a person's board shows, as its address says it.
 *
 * @param month of the calendar; null for the current one
 * @param step whose panel is open; null for none
 */
record BoardAddress(
        BoardView view, @Nullable YearMonth month, @Nullable StepId step) {

    static final BoardAddress START = new BoardAddress(BoardView.BOARD, null, null);

    private static final String VIEW = "view";
    private static final String MONTH = "month";
    private static final String STEP = "step";

    /** What an address asks for; what it does not understand it leaves out. */
    static BoardAddress read(QueryParameters parameters) {
        var view = parameters
                .getSingleParameter(VIEW)
                .flatMap(asked -> Arrays.stream(BoardView.values())
                        .filter(one -> one.word().equals(asked))
                        .findFirst())
                .orElse(BoardView.BOARD);
        return new BoardAddress(
                view,
                parameters
                        .getSingleParameter(MONTH)
                        .flatMap(BoardAddress::month)
                        .orElse(null),
                parameters.getSingleParameter(STEP).flatMap(BoardAddress::step).orElse(null));
    }

    QueryParameters write() {
        var parameters = new LinkedHashMap<String, String>();
        if (view != BoardView.BOARD) {
            parameters.put(VIEW, view.word());
        }
        if (month != null && view == BoardView.CALENDAR) {
            parameters.put(MONTH, month.toString());
        }
        if (step != null) {
            parameters.put(STEP, step.toString());
        }
        return QueryParameters.simple(parameters);
    }

    BoardAddress with(BoardView chosen) {
        return new BoardAddress(chosen, month, step);
    }

    BoardAddress with(YearMonth chosen) {
        return new BoardAddress(view, chosen, step);
    }

    BoardAddress with(@Nullable StepId chosen) {
        return new BoardAddress(view, month, chosen);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException notAMonth) {
            return Optional.empty();
        }
    }

    private static Optional<StepId> step(String text) {
        try {
            return Optional.of(StepId.parse(text));
        } catch (InvalidInput notAnId) {
            return Optional.empty();
        }
    }
}
