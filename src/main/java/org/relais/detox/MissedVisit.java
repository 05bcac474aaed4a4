package org.relais.detox;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import org.relais.shared.DetoxId;
import org.relais.shared.OmissionId;

/** The name of a missed visit, the same on every node: what its task comes from. */
final class MissedVisit {

    private MissedVisit() {}

    static OmissionId id(DetoxId detox, LocalDate day) {
        var name = detox + "/visit/" + day;
        return new OmissionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
