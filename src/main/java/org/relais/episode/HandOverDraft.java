package org.relais.episode;

import java.time.Instant;

/**
 * A hand-over text that is not sent yet, of one member of staff, one episode and one kind of request.
 *
 * @param text as typed
 * @param version counts up with each save, from 1
 */
public record HandOverDraft(String text, long version, Instant savedAt) {

    /** Of which request. */
    public enum Form {
        TRANSFER,
        GUEST
    }
}
