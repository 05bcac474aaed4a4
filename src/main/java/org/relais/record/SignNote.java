package org.relais.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.CentreId;
import org.relais.shared.DraftId;

/**
 * Signs a draft as a note.
 *
 * @param type a type of {@link NoteKind}
 * @param title one line, up to 200 characters; may be left out
 * @param text up to 20,000 characters
 * @param occurredAt when it was observed; not in the future
 * @param centre where it is written; one in which the author takes part in the person's care
 * @param draft the draft it comes from; signing it again gives the same entry
 * @param expectedDraftVersion the version of the draft on the author's screen
 */
public record SignNote(
        String type,
        @Nullable String title,
        String text,
        Instant occurredAt,
        CentreId centre,
        Visibility visibility,
        DraftId draft,
        long expectedDraftVersion) {}
