package org.relais.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What filling in an instrument led to. */
public sealed interface Result {

    /**
     * Required items are open: no total, no band, no action. Alerts fire all the same.
     *
     * @param missing the codes of the open items, in the order of the form
     */
    record Incomplete(List<String> missing, List<ItemAlert> alerts) implements Result {

        public Incomplete {
            missing = List.copyOf(missing);
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * Every required item is answered or rightly skipped.
     *
     * @param total the sum of the items, a skipped one counting 0
     * @param profile the code of the band profile used, to be stored with the result
     * @param alerts what single items call for
     * @param actions what the total calls for, in the order of the rule file
     */
    record Scored(
            int total, BandProfile.Band band, String profile, List<ItemAlert> alerts, List<ActionThreshold> actions)
            implements Result {

        public Scored {
            alerts = List.copyOf(alerts);
            actions = List.copyOf(actions);
        }
    }

    /**
     * The instrument could not be used. This is a result with its own advice, not a missing one.
     *
     * @param reason the code of a reason the instrument knows
     * @param detail the reason in words, where given
     */
    record NotAssessable(String reason, @Nullable String detail) implements Result {}
}
