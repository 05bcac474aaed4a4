package org.relais.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.shared.PersonId;

/**
 * One line of "my day", contributed by a room.
 *
 * @param person whom it is about; their name is added by "my day"
 * @param at when it is due or, for what waits for a signature, when it was last written
 * @param dueOn the service day it is due on as a whole; null when the hour counts
 * @param centre gives the time zone of the line
 * @param path the route to open, without leading slash
 */
public record TodayItem(
        Kind kind,
        Discipline discipline,
        @Nullable PersonId person,
        TaskTitle title,
        @Nullable Instant at,
        @Nullable LocalDate dueOn,
        CentreId centre,
        String path) {

    /** A line whose hour counts. */
    public TodayItem(
            Kind kind,
            Discipline discipline,
            @Nullable PersonId person,
            TaskTitle title,
            @Nullable Instant at,
            CentreId centre,
            String path) {
        this(kind, discipline, person, title, at, null, centre, path);
    }

    /** Where on the page the line stands. */
    public enum Kind {
        /** Among what is to be done, by its due time. */
        DUE,
        /** Under "to sign". */
        TO_SIGN
    }
}
