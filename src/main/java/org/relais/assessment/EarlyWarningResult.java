package org.relais.assessment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a set of vital signs led to. */
public sealed interface EarlyWarningResult {

    /**
     * Every parameter was measured.
     *
     * @param band the risk, its words and the response it asks for
     * @param points what each parameter contributed, in the order of {@link EarlyWarningParameter}
     * @param scale how oxygen saturation was read, to be stored with the result
     */
    record EarlyWarningScore(
            int total, EarlyWarning.RiskBand band, Map<EarlyWarningParameter, Integer> points, SaturationScale scale)
            implements EarlyWarningResult {

        public EarlyWarningScore {
            points = Collections.unmodifiableMap(new EnumMap<>(points));
        }

        public EarlyWarningRisk risk() {
            return band.risk();
        }
    }

    /**
     * A parameter was not measured: there is no score, and none is guessed.
     *
     * @param missing in the order of {@link EarlyWarningParameter}
     */
    record MissingParameters(List<EarlyWarningParameter> missing) implements EarlyWarningResult {

        public MissingParameters {
            missing = List.copyOf(missing);
        }
    }
}
