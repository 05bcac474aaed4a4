package org.relais.exchange.referral;

import org.jspecify.annotations.Nullable;

/**
 * Something an entry points at: an encounter, a professional, an institution.
 *
 * @param text what to show: the source's words for it, else its name in the file, else the reference itself
 * @param entry the entry of the same file it points at; null when it stands elsewhere
 */
public record Mention(String text, @Nullable SourceKey entry) {}
