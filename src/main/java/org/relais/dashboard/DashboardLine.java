package org.relais.dashboard;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.relais.indicator.CountedFact;
import org.relais.indicator.Place;
import org.relais.person.PersonName;
import org.relais.shared.PersonId;

/**
 * One line of the list behind a number.
 *
 * @param person null where it is about nobody, and where the reader may not learn whom it counts
 * @param name null without a person, and of somebody who is not known in the reader's centres
 * @param staff whose it is to do; null where that is not one person
 * @param since since when it stands so; null of a period
 * @param day on which it counted; null of what stands now
 * @param counted whether it is above the line
 * @param amount what was measured, in days; nights of what lasts; null where nothing is
 * @param cursor what the next page begins after; null of what stands now
 */
public record DashboardLine(
        Place place,
        @Nullable PersonId person,
        @Nullable PersonName name,
        @Nullable String staff,
        @Nullable Instant since,
        @Nullable LocalDate day,
        boolean counted,
        boolean urgent,
        @Nullable Long amount,
        @Nullable CountedFact cursor) {}
