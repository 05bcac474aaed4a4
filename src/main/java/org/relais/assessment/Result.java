package org.relais.assessment;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Severity;

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
     * @param total the sum of what the scored items count, a skipped one counting 0; null where nothing is summed
     * @param band what the result means; null where the instrument only describes
     * @param profile the code of the band profile used, to be stored with the result; null without bands
     * @param parts the scores of some of the items, in the order of the rule file; one whose items were not asked is
     *     absent
     * @param alerts what single items call for
     * @param actions what the total calls for, in the order of the rule file
     */
    record Scored(
            @Nullable Integer total,
            @Nullable Meaning band,
            @Nullable String profile,
            List<Part> parts,
            List<ItemAlert> alerts,
            List<ActionThreshold> actions)
            implements Result {

        public Scored {
            parts = List.copyOf(parts);
            alerts = List.copyOf(alerts);
            actions = List.copyOf(actions);
        }

        /** That of the band, otherwise the gravest of the parts; null where nothing means anything by itself. */
        public @Nullable Severity severity() {
            if (band != null) {
                return band.severity();
            }
            return parts.stream()
                    .flatMap(part -> part.band() == null ? Stream.empty() : Stream.of(part.band()))
                    .map(Meaning::severity)
                    .min(Severity::compareTo)
                    .orElse(null);
        }
    }

    /**
     * The score of some of the items.
     *
     * @param band null where it means nothing by itself
     */
    record Part(SubScore definition, int total, @Nullable Meaning band) {}

    /**
     * The instrument could not be used. This is a result with its own advice, not a missing one.
     *
     * @param reason the code of a reason the instrument knows
     * @param detail the reason in words, where given
     */
    record NotAssessable(String reason, @Nullable String detail) implements Result {}
}
