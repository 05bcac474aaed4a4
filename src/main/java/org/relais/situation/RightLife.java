package org.relais.situation;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Conflict;
import org.relais.shared.FreeText;
import org.relais.shared.InvalidInput;

/** The guards of a right's life: what it may change to, and what has to be said for it. Pure. */
final class RightLife {

    private static final int CENTS = 2;

    private final RightList list;
    private final LocalDate today;

    RightLife(RightList list, LocalDate today) {
        this.list = list;
        this.today = today;
    }

    /**
     * How a new right stands.
     *
     * @throws InvalidInput at {@code status}, {@code since}, {@code dueOn}, {@code from}, {@code amount}, {@code note}
     */
    RightStanding first(RightStanding told) {
        if (!RightStatus.FIRST.contains(told.status())) {
            throw new InvalidInput("status", "situation.error.answer");
        }
        return checked(told);
    }

    /**
     * How it stands after a change.
     *
     * @throws Conflict when it cannot go there from where it stands
     * @throws InvalidInput as for a new one
     */
    RightStanding change(RightStanding before, RightStanding told) {
        if (!before.status().mayBecome(told.status())) {
            throw new Conflict("situation.error.right-move");
        }
        var checked = checked(told);
        var due = before.dueOn();
        if (checked.status() == RightStatus.EXPIRED
                && checked.note() == null
                && (due == null || !due.isBefore(today))) {
            throw new InvalidInput("note", "situation.error.right-still");
        }
        return checked;
    }

    private RightStanding checked(RightStanding told) {
        var granted = told.status() == RightStatus.GRANTED;
        var from = granted ? from(told.from()) : null;
        return new RightStanding(
                told.status(),
                since(told.since()),
                due(told, from),
                from,
                granted ? amount(told.amount()) : null,
                FreeText.optionalLine("note", told.note(), FreeText.LINE));
    }

    private LocalDate since(@Nullable LocalDate since) {
        if (since != null && since.isAfter(today)) {
            throw new InvalidInput("since", "situation.error.since");
        }
        return since == null ? today : since;
    }

    private @Nullable LocalDate due(RightStanding told, @Nullable LocalDate from) {
        var due = told.dueOn();
        var needed = told.status() == RightStatus.MORE_INFO || told.status() == RightStatus.REFUSED;
        if (told.status() == RightStatus.EXPIRED) {
            return null;
        }
        if (due == null) {
            if (needed) {
                throw new InvalidInput("dueOn", "shared.error.required");
            }
            return null;
        }
        if (from != null && due.isBefore(from)) {
            throw new InvalidInput("dueOn", "situation.error.ends-before");
        }
        if (due.isAfter(today.plusYears(list.yearsAhead()))) {
            throw new InvalidInput("dueOn", "situation.error.far", list.yearsAhead());
        }
        return due;
    }

    private LocalDate from(@Nullable LocalDate from) {
        if (from == null) {
            throw new InvalidInput("from", "shared.error.required");
        }
        if (from.isAfter(today.plusYears(list.yearsAhead()))) {
            throw new InvalidInput("from", "situation.error.far", list.yearsAhead());
        }
        return from;
    }

    private @Nullable BigDecimal amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0 || amount.compareTo(list.most()) > 0) {
            throw new InvalidInput("amount", "situation.error.amount", list.most());
        }
        if (amount.stripTrailingZeros().scale() > CENTS) {
            throw new InvalidInput("amount", "situation.error.cents");
        }
        return amount.setScale(CENTS);
    }
}
