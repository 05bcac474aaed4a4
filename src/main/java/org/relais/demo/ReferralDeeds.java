package org.relais.demo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDirectory;
import org.relais.directory.PartnerFilter;
import org.relais.referral.ComposeLetter;
import org.relais.referral.MoveReferral;
import org.relais.referral.NoteExchange;
import org.relais.referral.PartnerReferralRow;
import org.relais.referral.PartnerReferrals;
import org.relais.referral.Recipient;
import org.relais.referral.ReferralState;
import org.relais.referral.StartReferral;
import org.relais.shared.PartnerExchangeId;
import org.relais.shared.PartnerReferralId;

/** The deeds about referrals to partners. */
@Component
@ConditionalOnProperty("relais.demonstration")
class ReferralDeeds {

    private static final Set<Section> SECTIONS = Set.of(Section.ADMINISTRATIVE, Section.SOCIAL);

    private final PartnerReferrals referrals;
    private final PartnerDirectory directory;
    private final SharingConsents consents;
    private final AccessService access;
    private final HouseIndex house;

    ReferralDeeds(
            PartnerReferrals referrals,
            PartnerDirectory directory,
            SharingConsents consents,
            AccessService access,
            HouseIndex house) {
        this.referrals = referrals;
        this.directory = directory;
        this.consents = consents;
        this.access = access;
        this.house = house;
    }

    void perform(Life life, Deed.OfReferral deed, Instant at) {
        switch (deed) {
            case Deed.Agree(var partner, var until) ->
                consents.give(
                        write(life, Section.ADMINISTRATIVE),
                        new GiveConsent(
                                null,
                                partner(partner).name(),
                                SECTIONS,
                                ConsentPurpose.SOCIAL_SUPPORT,
                                until.atStartOfDay(DemonstrationHouse.ZONE).toInstant(),
                                "fr"));
            case Deed.Refer refer -> refer(life, refer);
            case Deed.AnswerReferral answer -> {
                var row = row(life, answer.key());
                referrals.move(
                        write(life, Section.SOCIAL),
                        new MoveReferral(
                                row.id(),
                                row.version(),
                                answer.state(),
                                null,
                                answer.outcome(),
                                answer.awaitedOn(),
                                answer.state() == ReferralState.APPOINTMENT ? answer.appointmentAt() : null));
            }
            case Deed.Chase(var key, var kind, var reached, var words) ->
                referrals.note(
                        write(life, Section.SOCIAL),
                        new NoteExchange(
                                PartnerExchangeId.create(), row(life, key).id(), kind, reached, words));
        }
    }

    private void refer(Life life, Deed.Refer deed) {
        var to = new Recipient.ToPartner(partner(deed.partner()).id());
        var centre = house.centre(deed.centre());
        var social = write(life, Section.SOCIAL);
        var administrative = access.grant(life.person(), Section.ADMINISTRATIVE);
        var letter = referrals.compose(
                social,
                administrative,
                List.of(),
                new ComposeLetter(centre, to, ConsentPurpose.SOCIAL_SUPPORT, SECTIONS, deed.need(), deed.request()),
                Locale.FRENCH);
        var row = referrals.start(
                social,
                administrative,
                new StartReferral(
                        PartnerReferralId.create(),
                        centre,
                        to,
                        deed.subject(),
                        deed.need(),
                        ConsentPurpose.SOCIAL_SUPPORT,
                        letter,
                        null,
                        null));
        life.referred(deed.key(), row.id());
        if (deed.send()) {
            referrals.send(
                    write(life, Section.SOCIAL),
                    access.grant(life.person(), Section.ADMINISTRATIVE),
                    row.id(),
                    row.version());
        }
    }

    private PartnerReferralRow row(Life life, String key) {
        return referrals
                .detail(access.grant(life.person(), Section.SOCIAL), life.referral(key))
                .row();
    }

    private Partner partner(String name) {
        return directory
                .search(new PartnerFilter(name, null, null, null, false, false, false, false), null, 5)
                .rows()
                .stream()
                .filter(partner -> partner.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Grant write(Life life, Section section) {
        return access.grant(life.person(), section, Right.WRITE, Purpose.CARE);
    }
}
