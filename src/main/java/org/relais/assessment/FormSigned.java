package org.relais.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;
import org.relais.shared.PersonId;

/**
 * A form was signed. Published within its transaction: what follows from it is stored with it or not at all.
 *
 * @param write by which it was signed
 * @param person whose it is
 * @param centre where it was observed
 * @param instrument the code of the rule; {@link Definitions#EARLY_WARNING} for a set of vital signs
 * @param version the version it was scored with
 * @param total null unless scored
 * @param band the code of the band or risk; null unless scored
 * @param values the rated items by code; empty for vital signs
 * @param alerts the codes of the item alerts that fired
 * @param signs {@link VitalSigns#NONE} for an instrument
 * @param scale by which the saturation was read
 * @param points what each sign contributed to the early-warning score; empty without one
 * @param supersedes the form that this one corrects; null for a first one
 * @param occurredAt when it was observed
 */
public record FormSigned(
        Grant write,
        PersonId person,
        CentreId centre,
        AssessmentId form,
        String instrument,
        int version,
        AssessmentStatus status,
        @Nullable Integer total,
        @Nullable String band,
        Map<String, Integer> values,
        List<String> alerts,
        VitalSigns signs,
        SaturationScale scale,
        Map<EarlyWarningParameter, Integer> points,
        @Nullable AssessmentId supersedes,
        Instant occurredAt) {

    public FormSigned {
        values = Map.copyOf(values);
        alerts = List.copyOf(alerts);
        points = Map.copyOf(points);
    }

    static FormSigned of(
            Grant write,
            Form form,
            Map<String, Integer> values,
            VitalSigns signs,
            SaturationScale scale,
            Map<EarlyWarningParameter, Integer> points,
            @Nullable Correction correction) {
        return new FormSigned(
                write,
                write.person(),
                form.centre(),
                form.id(),
                form.instrument(),
                form.version(),
                form.status(),
                form.total(),
                form.band(),
                values,
                form.alerts(),
                signs,
                scale,
                points,
                correction == null ? null : correction.supersedes(),
                form.occurredAt());
    }
}
