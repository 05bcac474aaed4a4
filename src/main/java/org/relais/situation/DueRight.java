package org.relais.situation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * One line of the rights across people.
 *
 * @param dueOn the day that counts
 * @param daysLeft service days until then, negative when it has passed
 * @param right null where the person locked the section: that something is due is all that shows
 */
public record DueRight(
        PersonId person,
        CentreId centre,
        LocalDate dueOn,
        int daysLeft,
        RightCursor cursor,
        @Nullable RightRow right) {}
