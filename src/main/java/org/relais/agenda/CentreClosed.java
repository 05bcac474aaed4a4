package org.relais.agenda;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.InvalidInput;

/** The centre is closed on that day. Nothing was booked. */
public class CentreClosed extends InvalidInput {

    private final LocalDate day;
    private final @Nullable String reason;

    CentreClosed(LocalDate day, @Nullable String reason) {
        super("day", "agenda.error.closed", day.toString());
        this.day = day;
        this.reason = reason;
    }

    public LocalDate day() {
        return day;
    }

    /** Why, where the centre says it; null on weekends and public holidays. */
    public @Nullable String reason() {
        return reason;
    }
}
