package org.relais.referral;

import org.relais.access.Section;

/**
 * One paragraph of a letter.
 *
 * @param section of which it speaks
 * @param heading up to 200 characters
 * @param text up to 20,000 characters
 */
public record LetterParagraph(Section section, String heading, String text) {}
