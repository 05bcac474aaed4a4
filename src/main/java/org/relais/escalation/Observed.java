package org.relais.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.AssessmentStatus;
import org.relais.assessment.EarlyWarningParameter;
import org.relais.assessment.FormSigned;
import org.relais.assessment.SaturationScale;
import org.relais.assessment.VitalSigns;
import org.relais.shared.AssessmentId;

/**
 * What one signed form says.
 *
 * @param scheduled whether a protocol asks for it
 */
record Observed(
        AssessmentId form,
        String instrument,
        AssessmentStatus status,
        @Nullable Integer total,
        @Nullable String band,
        Map<String, Integer> values,
        List<String> alerts,
        VitalSigns signs,
        SaturationScale scale,
        Map<EarlyWarningParameter, Integer> points,
        boolean scheduled,
        Instant at) {

    static Observed of(FormSigned signed, boolean scheduled) {
        return new Observed(
                signed.form(),
                signed.instrument(),
                signed.status(),
                signed.total(),
                signed.band(),
                signed.values(),
                signed.alerts(),
                signed.signs(),
                signed.scale(),
                signed.points(),
                scheduled,
                signed.occurredAt());
    }
}
