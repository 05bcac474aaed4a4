package org.relais.detox;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * One person's page as its reader may see it.
 *
 * @param text live until it is signed, then word for word as it was signed
 * @param sentence what a nurse added; null without one
 * @param basis to send back when it was read
 * @param read whether the reader has read it as it stands
 * @param withheld whether the person locked it
 * @param since what was entered since the reader's last shift, in words; empty when nothing may be said
 */
public record HandOverPage(
        PersonId person,
        HandOverText text,
        @Nullable HandOverSentence sentence,
        String basis,
        boolean read,
        boolean withheld,
        String since) {}
