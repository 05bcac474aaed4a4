package org.relais.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Puts what served a goal into words; implemented, as a bean, where the bundles are. */
public interface ReviewWording {

    /**
     * One or two plain sentences, made of numbers and states only: no title and no text of an act is in them.
     *
     * @param since the review before; null for none
     */
    String summary(ReviewGoal goal, @Nullable Instant since, ZoneId zone, Locale language);
}
