package org.relais.referral.page;

import java.util.Locale;
import java.util.Optional;

import org.relais.access.Grant;
import org.relais.access.Section;

/**
 * One room's paragraph of a letter. Asked only when the person consented that its section is shared with the recipient
 * and the author may read the section in full.
 */
public interface LetterPart {

    /** The row of the policy matrix that guards what it says. It says nothing of any other. */
    Section section();

    /** Its place in the letter, smallest first; the identity is 10, what is asked 20. */
    int order();

    /** The key of its heading. */
    String titleKey();

    /**
     * The paragraph, or nothing when there is nothing to say.
     *
     * @param grant for the section, in full
     */
    Optional<String> paragraph(Grant grant, Locale locale);
}
