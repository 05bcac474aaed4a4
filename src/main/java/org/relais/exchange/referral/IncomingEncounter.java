package org.relais.exchange.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A contact or stay elsewhere. It may lie decades back, or after the person's death when it certifies it.
 *
 * @param kind the class of HL7's ActCode: {@code AMB} outpatient, {@code IMP} inpatient, {@code EMER} emergency ...
 * @param end null while it lasts
 */
public record IncomingEncounter(
        SourceKey source,
        @Nullable String status,
        Concept.@Nullable Code kind,
        List<Concept> types,
        @Nullable PointInTime start,
        @Nullable PointInTime end,
        List<Concept> reasons,
        List<Mention> reasonEntries,
        List<Mention> participants,
        List<Mention> locations,
        @Nullable Mention provider,
        @Nullable Concept dischargedTo) {

    public IncomingEncounter {
        types = List.copyOf(types);
        reasons = List.copyOf(reasons);
        reasonEntries = List.copyOf(reasonEntries);
        participants = List.copyOf(participants);
        locations = List.copyOf(locations);
    }
}
