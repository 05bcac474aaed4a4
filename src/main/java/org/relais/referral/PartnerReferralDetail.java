package org.relais.referral;

import java.util.List;

/**
 * One referral with what was said of it.
 *
 * @param changes how it stood, in the order of time
 * @param exchanges calls and letters about it, the latest first
 */
public record PartnerReferralDetail(
        PartnerReferralRow row, List<ReferralChangeRow> changes, List<PartnerExchange> exchanges) {

    public PartnerReferralDetail {
        changes = List.copyOf(changes);
        exchanges = List.copyOf(exchanges);
    }
}
