package org.relais.detox;

import java.time.Instant;

import org.relais.shared.StaffId;

/**
 * The sentence about one person for the next team.
 *
 * @param text empty when it was taken out again
 * @param version to send back with the next change
 * @param by whoever wrote it last
 */
public record HandOverSentence(String text, int version, StaffId by, Instant at) {}
