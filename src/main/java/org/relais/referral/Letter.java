package org.relais.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.shared.CentreId;

/**
 * A letter as its reader may see it.
 *
 * @param address of the recipient, as the directory has it
 * @param on the day it was sent, or today while it is a draft
 * @param withheld how many paragraphs are not shown to this reader
 */
public record Letter(
        CentreId centre,
        String recipient,
        @Nullable String address,
        String subject,
        LocalDate on,
        List<LetterParagraph> paragraphs,
        int withheld) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Of what it speaks. */
    public Set<Section> sections() {
        return paragraphs.stream().map(LetterParagraph::section).collect(Collectors.toSet());
    }
}
