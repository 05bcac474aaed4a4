package org.relais.referral;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.relais.access.ConsentPurpose;
import org.relais.access.Section;
import org.relais.directory.Need;
import org.relais.shared.CentreId;

/**
 * What a letter shall be made of.
 *
 * @param sections those wanted; of them the letter has those that may go to the recipient and that the author may read
 * @param request what is asked, in the author's words
 */
public record ComposeLetter(
        CentreId centre,
        Recipient recipient,
        ConsentPurpose purpose,
        Set<Section> sections,
        @Nullable Need need,
        @Nullable String request) {

    public ComposeLetter {
        sections = Set.copyOf(sections);
    }
}
