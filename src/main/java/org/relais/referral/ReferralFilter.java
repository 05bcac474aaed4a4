package org.relais.referral;

import org.jspecify.annotations.Nullable;

import org.relais.directory.Need;

/**
 * Which open referrals across people are wanted.
 *
 * @param team also those of colleagues, in the centres all of whose units one works in
 * @param need null for all
 * @param lateOnly only those of which the next thing should be known already
 */
public record ReferralFilter(boolean team, @Nullable Need need, boolean lateOnly) {

    /** One's own, all of them. */
    public static final ReferralFilter MINE = new ReferralFilter(false, null, false);

    /** Whether anything is left out beside what is not one's own. */
    public boolean narrows() {
        return need != null || lateOnly;
    }
}
