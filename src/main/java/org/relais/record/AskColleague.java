package org.relais.record;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.RequestId;
import org.relais.shared.StaffId;

/**
 * Something a colleague is asked to do for a person. The fields are as typed and are checked by {@link Requests#ask}.
 *
 * @param id given before, so that a double click asks once
 * @param centre for which is written
 * @param colleague who is asked
 * @param title one line of up to 200 characters
 * @param text what they need to know, up to 2,000 characters
 * @param dueOn a service day of the centre, today or up to a year ahead
 */
public record AskColleague(
        RequestId id,
        CentreId centre,
        @Nullable StaffId colleague,
        @Nullable String title,
        @Nullable String text,
        @Nullable LocalDate dueOn) {}
