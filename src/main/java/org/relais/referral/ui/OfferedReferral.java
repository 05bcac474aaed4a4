package org.relais.referral.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.referral.page.ReferralOffer;
import org.relais.shared.PersonId;

/** Opens the form of a referral over the screen of another room. */
@Component
class OfferedReferral implements ReferralOffer {

    private final ReferralDesk desk;

    OfferedReferral(ReferralDesk desk) {
        this.desk = desk;
    }

    @Override
    public void open(PersonId person, @Nullable Served served, Runnable done) {
        var dialog = new ReferDialog(desk, person, row -> done.run());
        if (served != null) {
            dialog.serving(served);
        }
        dialog.open();
    }
}
