package org.relais.referral;

import java.util.List;

/**
 * A person's referrals, cut to what the reader may see.
 *
 * @param referrals in full, those whose loop is open first, the most late first
 * @param titles of which only the author's line may be read, the latest first
 * @param elsewhere how many there are besides, not shared or locked by the person
 * @param more whether closed ones are left out because there are too many
 */
public record ReferralList(
        List<PartnerReferralRow> referrals, List<ReferralTitle> titles, int elsewhere, boolean more) {

    public ReferralList {
        referrals = List.copyOf(referrals);
        titles = List.copyOf(titles);
    }

    public boolean isEmpty() {
        return referrals.isEmpty() && titles.isEmpty() && elsewhere == 0;
    }
}
