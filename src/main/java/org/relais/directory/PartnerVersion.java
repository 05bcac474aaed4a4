package org.relais.directory;

import java.time.Instant;
import java.util.Set;

import org.relais.shared.StaffId;

/**
 * What was said of a partner at one time.
 *
 * @param imported whether it came from a file
 * @param changed the fields in which it differs from the version before; all of the first one
 */
public record PartnerVersion(
        int version, PartnerDetails details, boolean imported, Set<PartnerField> changed, Instant at, StaffId by) {

    public PartnerVersion {
        changed = Set.copyOf(changed);
    }
}
