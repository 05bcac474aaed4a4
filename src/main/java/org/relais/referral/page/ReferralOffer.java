package org.relais.referral.page;

import org.jspecify.annotations.Nullable;

import org.relais.directory.Need;
import org.relais.shared.GoalId;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;

/** Begins a referral from the screen of another room: its form opens over that screen. */
public interface ReferralOffer {

    /**
     * Opens the form.
     *
     * @param served what the referral is for; null when it is for nothing that was written down
     * @param done called when it was sent or kept as a draft
     */
    void open(PersonId person, @Nullable Served served, Runnable done);

    /**
     * What a referral is for.
     *
     * @param subject one line to begin with
     */
    record Served(@Nullable StepId step, @Nullable GoalId goal, String subject, Need need) {}
}
