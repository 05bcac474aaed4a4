package org.relais.indicator;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;
import org.relais.shared.StaffId;

/**
 * One thing that stands so now: a bed, somebody who waits, an observation that is late.
 *
 * @param person whom it is about; null for a thing, and where the asker may not learn it
 * @param staff whose it is to do; null for a team
 * @param since since when; null where nothing passes
 * @param counted whether it counts above the line; a free bed does not
 * @param urgent whether it comes before the others
 */
public record PresentItem(
        UUID source,
        Place place,
        @Nullable PersonId person,
        @Nullable StaffId staff,
        @Nullable Instant since,
        boolean counted,
        boolean urgent) {}
