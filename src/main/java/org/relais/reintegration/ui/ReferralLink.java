package org.relais.reintegration.ui;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.directory.Need;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.PartnerReferrals;
import org.relais.referral.page.ReferralOffer;
import org.relais.reintegration.StepRow;
import org.relais.shared.PersonId;
import org.relais.shared.StepId;

/** The referrals that steps wait for, and beginning one. */
@Component
record ReferralLink(PartnerReferrals referrals, ReferralOffer offer) {

    /** The referral that each step waits for, as far as the reader sees it. */
    Map<StepId, PartnerReferralRow> awaited(Grant social) {
        var awaited = new HashMap<StepId, PartnerReferralRow>();
        referrals.of(social).referrals().stream()
                .filter(row -> row.step() != null && row.state().awaiting())
                .forEach(row -> awaited.putIfAbsent(row.step(), row));
        return awaited;
    }

    /** Opens the form of a referral, for a step where one is given. */
    void open(PersonId person, @Nullable StepRow step, Runnable done) {
        offer.open(
                person,
                step == null
                        ? null
                        : new ReferralOffer.Served(
                                step.id(),
                                step.goal(),
                                step.title(),
                                Need.valueOf(step.domain().name())),
                done);
    }
}
