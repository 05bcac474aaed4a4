package org.relais.access;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.ConsentId;
import org.relais.shared.StaffId;

/**
 * One consent, in force or ended.
 *
 * @param centre the centre that may read; null with no organisation: every centre that follows the person
 * @param organisation a recipient outside the service
 * @param until when it ends by itself; null: until withdrawn
 * @param withdrawnAt when the person withdrew it; null while they have not
 * @param language in which it was explained
 * @param textVersion the text the person agreed to
 * @param inForce whether it holds at the moment it was read
 */
public record SharingConsent(
        ConsentId id,
        @Nullable CentreId centre,
        @Nullable String organisation,
        Set<Section> sections,
        ConsentPurpose purpose,
        Instant givenAt,
        @Nullable Instant until,
        @Nullable Instant withdrawnAt,
        String language,
        int textVersion,
        StaffId recordedBy,
        boolean inForce) {

    public SharingConsent {
        sections = Set.copyOf(sections);
    }
}
