package org.relais.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.ConsentId;

/**
 * What may go to a recipient now, and why not more.
 *
 * @param open the sections that may be shared with it now, whatever was asked
 * @param until the last day on which all of them may; null without an end
 * @param consents on which that rests; empty for somebody close
 * @param obstacles why what was asked may not go; empty when it may
 */
public record SharingVerdict(
        Set<Section> open, @Nullable LocalDate until, List<ConsentId> consents, List<Obstacle> obstacles) {

    public SharingVerdict {
        open = Set.copyOf(open);
        consents = List.copyOf(consents);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether all that was asked may go. */
    public boolean allowed() {
        return obstacles.isEmpty();
    }
}
