package org.relais.oversight;

import java.time.Instant;

import org.relais.shared.FindingId;

/** The last row of a page, after which the next one begins. */
public record FindingCursor(Instant at, FindingId id) {

    public static FindingCursor after(Finding finding) {
        return new FindingCursor(finding.at(), finding.id());
    }
}
