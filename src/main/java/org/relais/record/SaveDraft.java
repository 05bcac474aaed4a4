package org.relais.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.relais.shared.DraftId;

/**
 * Saves the text as typed.
 *
 * @param form up to 60 characters
 * @param content the fields of the form; nothing is refused but what is far too long
 * @param draft the draft on the screen; null when there is none yet
 * @param expectedVersion its version on the screen; 0 when there is none yet
 */
public record SaveDraft(
        String form, Map<String, String> content, @Nullable DraftId draft, long expectedVersion) {

    public SaveDraft {
        content = Map.copyOf(content);
    }
}
