package org.relais.situation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The ratings of a person's needs that the reader sees.
 *
 * @param ratings the latest day first, those in whose place others stand included
 * @param withheld whether there are others that the reader does not see
 */
public record NeedsHistory(List<NeedsRating> ratings, boolean withheld) {

    public NeedsHistory {
        ratings = List.copyOf(ratings);
    }

    /** Those that hold, the latest first. */
    public List<NeedsRating> holding() {
        return ratings.stream().filter(NeedsRating::holds).toList();
    }

    /** The latest that holds. */
    public Optional<NeedsRating> current() {
        return holding().stream().findFirst();
    }

    /** The intake a rating is compared with: the last one at or before it, itself excepted. */
    public Optional<NeedsRating> intakeOf(NeedsRating rating) {
        return holding().stream()
                .filter(one -> one.occasion() == Occasion.INTAKE && !one.id().equals(rating.id()))
                .filter(one -> !one.assessedOn().isAfter(rating.assessedOn()))
                .findFirst();
    }

    /** When needs are to be rated anew; empty before the first rating and after the one at exit. */
    public Optional<LocalDate> dueOn(NeedsMatrix matrix) {
        return current()
                .filter(rating -> rating.occasion() != Occasion.EXIT)
                .map(rating -> rating.assessedOn().plusMonths(matrix.reassessMonths()));
    }
}
