package org.relais.directory;

import java.time.Instant;
import java.util.Objects;

import org.relais.shared.PartnerId;
import org.relais.shared.StaffId;

/**
 * A partner service as it stands.
 *
 * @param version counts up with every change
 * @param verificationDue whether it was never verified, or too long ago
 */
public record Partner(
        PartnerId id,
        PartnerDetails details,
        int version,
        Instant changedAt,
        StaffId changedBy,
        boolean verificationDue) {

    /** What it is called. */
    public String name() {
        return Objects.requireNonNull(details.name());
    }

    /** The place in the list by name, to read on from. */
    public PartnerCursor cursor() {
        return new PartnerCursor(name(), id);
    }
}
