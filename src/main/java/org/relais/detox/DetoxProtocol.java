package org.relais.detox;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.LocalText;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * How a withdrawal is watched over, as read from {@code rules/detox-protocol} (domain reference B.1 and B.2).
 *
 * @param setting where it applies
 * @param substances for which it is offered
 * @param observations the leading one first: the board shows its score
 * @param plannedDays the usual length, proposed when it begins
 * @param maximumDays beyond which a warning is acknowledged (DTX-02); null where no limit is known
 * @param stop when watching may end, in words
 * @param obstacles what speaks against this setting: asked for when it begins (DTX-01)
 * @param endCriteria what must hold before it counts as completed (domain reference B.8)
 * @param visits when the person is expected and what their results call for; outpatient protocols only, null for none
 */
public record DetoxProtocol(
        RuleHeader rule,
        LocalText name,
        DetoxSetting setting,
        List<Substance> substances,
        List<PlannedObservation> observations,
        int plannedDays,
        @Nullable Integer maximumDays,
        LocalText stop,
        List<SettingObstacle> obstacles,
        List<EndCriterion> endCriteria,
        @Nullable VisitPlan visits)
        implements Rule {

    /** Where the versions are. */
    public static final RuleKind<DetoxProtocol> KIND =
            new RuleKind<>("detox-protocol", DetoxProtocol.class, DetoxProtocol::check);

    public DetoxProtocol {
        substances = List.copyOf(substances);
        observations = List.copyOf(observations);
        obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
        endCriteria = endCriteria == null ? List.of() : List.copyOf(endCriteria);
    }

    /** The instrument whose score the board shows. */
    public PlannedObservation leading() {
        return observations.getFirst();
    }

    /** What it asks of one instrument. */
    public Optional<PlannedObservation> observation(String instrument) {
        return observations.stream()
                .filter(planned -> planned.instrument().equals(instrument))
                .findFirst();
    }

    private void check() {
        if (substances.isEmpty() || observations.isEmpty()) {
            throw new IllegalArgumentException("A protocol names its substances and its observations");
        }
        if (observations.stream().map(PlannedObservation::instrument).distinct().count() != observations.size()) {
            throw new IllegalArgumentException("An instrument stands twice");
        }
        if (visits != null && setting != DetoxSetting.OUTPATIENT) {
            throw new IllegalArgumentException("Only an outpatient protocol has visits");
        }
        if (plannedDays < 1 || (maximumDays != null && maximumDays < plannedDays)) {
            throw new IllegalArgumentException("The planned days are not within the maximum");
        }
    }
}
