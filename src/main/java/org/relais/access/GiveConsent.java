package org.relais.access;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;

/**
 * What a person agrees to (PRI-04).
 *
 * @param centre the centre that may read; null with no organisation: every centre that follows the person
 * @param organisation a recipient outside the service, up to 200 characters; it reads nothing here, what is handed to it
 *     rests on this consent
 * @param sections what is shared; at least one, each shareable
 * @param purpose for what it may be used
 * @param until when it ends by itself; null while the person does not withdraw it
 * @param language in which it was explained, as a language tag
 */
public record GiveConsent(
        @Nullable CentreId centre,
        @Nullable String organisation,
        Set<Section> sections,
        ConsentPurpose purpose,
        @Nullable Instant until,
        String language) {

    public GiveConsent {
        sections = Set.copyOf(sections);
    }

    /** Everything, for care, between all centres that follow the person. */
    public static GiveConsent everywhere(@Nullable Instant until, String language) {
        return new GiveConsent(null, null, SharingConsents.everything(), ConsentPurpose.CARE, until, language);
    }
}
