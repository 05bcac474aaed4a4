package org.relais.referral;

import org.jspecify.annotations.Nullable;

import org.relais.shared.PersonId;

/**
 * One referral of a list across people.
 *
 * @param referral null where the person locked the section and others see to it: only that it exists
 */
public record ReferralCaseRow(PersonId person, @Nullable PartnerReferralRow referral, ReferralCursor cursor) {

    static ReferralCaseRow of(PartnerReferralRow row, boolean locked) {
        return new ReferralCaseRow(row.person(), locked ? null : row, row.cursor());
    }
}
