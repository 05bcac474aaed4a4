package org.relais.referral;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.relais.access.ConsentPurpose;
import org.relais.directory.Need;
import org.relais.shared.CentreId;
import org.relais.shared.GoalId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.StepId;

/**
 * Begins a referral with its letter. The same id twice begins once: a double click does nothing.
 *
 * @param id given when the form is opened
 * @param centre one in which the author takes part in the person's care
 * @param recipient required
 * @param subject one line, up to 200 characters; what readers of summaries see
 * @param need what help is asked for
 * @param purpose for what the recipient may use the letter
 * @param letter what it says, by sections
 * @param step the step it serves
 * @param goal the goal it serves
 */
public record StartReferral(
        PartnerReferralId id,
        CentreId centre,
        @Nullable Recipient recipient,
        @Nullable String subject,
        @Nullable Need need,
        ConsentPurpose purpose,
        List<LetterParagraph> letter,
        @Nullable StepId step,
        @Nullable GoalId goal) {

    public StartReferral {
        letter = List.copyOf(letter);
    }
}
