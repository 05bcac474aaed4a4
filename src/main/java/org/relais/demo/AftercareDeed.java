package org.relais.demo;

import org.jspecify.annotations.Nullable;

import org.relais.aftercare.AttemptForm;
import org.relais.aftercare.AttemptOutcome;
import org.relais.aftercare.FollowUpForm;

/** What is done for somebody whose treatment has ended. */
sealed interface AftercareDeed extends Deed.OfAftercare {

    /** The person agrees that they are contacted; @param worker the user name of who will */
    record Agree(String worker) implements AftercareDeed {}

    /** @param months which contact, by the months after the exit */
    record Call(
            int months,
            AttemptForm form,
            AttemptOutcome outcome,
            FollowUpForm answers,
            @Nullable String note) implements AftercareDeed {}

    /** The person returned to use, and is to be seen at once; @param worker the user name of who sees to it */
    record ComeBack(Ward ward, String words, String worker) implements AftercareDeed {}
}
