package org.relais.situation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** Checks what was told of a state against the list and the states beside it; nothing is repaired in silence. Pure. */
final class StateChecks {

    private final StateList list;
    private final LocalDate today;

    StateChecks(StateList list, LocalDate today) {
        this.list = list;
        this.today = today;
    }

    /** A state as it may be kept. */
    record Checked(
            String code,
            boolean lasting,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String note) {}

    /**
     * @param beside the states of the kind that hold and stay, in the same centre
     * @throws InvalidInput at {@code code}, {@code from}, {@code to} or {@code note}
     */
    Checked checked(
            StateKind kind,
            @Nullable String code,
            boolean lasting,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String note,
            Collection<StateRow> beside) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("code", "shared.error.required");
        }
        var choice = list.choice(kind, code).orElseThrow(() -> new InvalidInput("code", "situation.error.answer"));
        var begins = begins(from, beside);
        return new Checked(
                code,
                lasting && choice.asksWhetherLasting(),
                begins,
                ends(begins, to, beside),
                FreeText.optionalLine("note", note, FreeText.LINE));
    }

    private LocalDate begins(@Nullable LocalDate from, Collection<StateRow> beside) {
        if (from == null) {
            throw new InvalidInput("from", "shared.error.required");
        }
        if (from.isBefore(today.minusYears(list.yearsBack())) || from.isAfter(today.plusMonths(list.monthsAhead()))) {
            throw new InvalidInput("from", "situation.error.from", list.yearsBack(), list.monthsAhead());
        }
        if (beside.stream().anyMatch(row -> row.from().equals(from))) {
            throw new InvalidInput("from", "situation.error.same-day");
        }
        return from;
    }

    private static @Nullable LocalDate ends(LocalDate from, @Nullable LocalDate to, Collection<StateRow> beside) {
        if (to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "situation.error.ends-before");
        }
        next(from, beside).ifPresent(next -> {
            if (!to.isBefore(next)) {
                throw new InvalidInput("to", "situation.error.overlaps");
            }
        });
        return to;
    }

    private static Optional<LocalDate> next(LocalDate from, Collection<StateRow> beside) {
        return beside.stream()
                .map(StateRow::from)
                .filter(day -> day.isAfter(from))
                .min(LocalDate::compareTo);
    }
}
