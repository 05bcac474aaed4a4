package org.relais.therapy;

import java.time.Instant;
import java.util.List;

import org.relais.shared.ProcessNoteId;

/**
 * A process note as its author reads it.
 *
 * @param sessionStart when the session began
 * @param addenda what the author added later, oldest first
 */
public record ProcessNote(
        ProcessNoteId id, Instant sessionStart, Instant signedAt, String text, List<Addendum> addenda) {

    public ProcessNote {
        addenda = List.copyOf(addenda);
    }

    /** Added by the author after signing. */
    public record Addendum(Instant signedAt, String text) {}
}
