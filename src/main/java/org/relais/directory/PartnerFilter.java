package org.relais.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which partners are wanted; what is null or false leaves nothing out.
 *
 * @param text words of the name, the place or the offer, also with one letter wrong in the name
 * @param language an ISO 639-1 code
 * @param verificationDue only those that somebody should verify
 * @param withdrawnToo also those that are no longer to be chosen
 */
public record PartnerFilter(
        @Nullable String text,
        @Nullable Need need,
        @Nullable String place,
        @Nullable String language,
        boolean safePlace,
        boolean peerLed,
        boolean verificationDue,
        boolean withdrawnToo) {

    /** All that are to be chosen. */
    public static final PartnerFilter ALL = new PartnerFilter(null, null, null, null, false, false, false, false);

    /** Whether anything is left out beside what is withdrawn. */
    public boolean narrows() {
        return text != null
                || need != null
                || place != null
                || language != null
                || safePlace
                || peerLed
                || verificationDue;
    }
}
