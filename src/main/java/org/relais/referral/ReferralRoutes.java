package org.relais.referral;

import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;

/** The paths of the pages about referrals, for links from any room. */
public final class ReferralRoutes {

    /** The open referrals across people. */
    public static final String LIST = "partner-referrals";

    /** The section of the record page that holds a person's referrals. */
    public static final String SECTION = "referrals";

    /** The template of the page with a letter as it is printed. */
    public static final String LETTER = "people/:personId/letters/:referralId";

    private ReferralRoutes() {}

    /** The letter of a referral as it is printed. */
    public static String letter(PersonId person, PartnerReferralId referral) {
        return "people/" + person + "/letters/" + referral;
    }
}
