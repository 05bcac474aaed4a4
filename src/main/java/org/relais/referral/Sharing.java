package org.relais.referral;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.access.ConsentPurpose;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.access.SharingConsent;
import org.relais.access.SharingConsents;
import org.relais.centre.Centres;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDirectory;
import org.relais.person.PersonService;
import org.relais.person.Relative;
import org.relais.rules.RuleInForce;
import org.relais.shared.CentreId;
import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;
import org.relais.shared.RelativeId;

/** Who a recipient is, and what the person agreed to share with them now. */
@Component
class Sharing {

    private final PartnerDirectory directory;
    private final PersonService people;
    private final SharingConsents consents;
    private final RuleInForce<ReferralRule> rule;
    private final Centres centres;
    private final ReferralDays days;

    Sharing(
            PartnerDirectory directory,
            PersonService people,
            SharingConsents consents,
            RuleInForce<ReferralRule> rule,
            Centres centres,
            ReferralDays days) {
        this.directory = directory;
        this.people = people;
        this.consents = consents;
        this.rule = rule;
        this.centres = centres;
        this.days = days;
    }

    /** @param held whether the consents stay as they are until the transaction ends */
    SharingVerdict verdict(
            Grant administrative,
            CentreId centre,
            Recipient recipient,
            ConsentPurpose purpose,
            Set<Section> asked,
            boolean held) {
        return switch (recipient) {
            case Recipient.ToPartner(var partner) ->
                chosen(partner)
                        .map(known -> SharingCheck.partner(
                                naming(administrative, known, held),
                                purpose,
                                asked,
                                centres.centre(centre).serviceDay()))
                        .orElseGet(SharingCheck::gone);
            case Recipient.ToRelative(var relative) ->
                relative(administrative, relative)
                        .map(known -> SharingCheck.relative(
                                known.mayBeTold(), rule.now().topics(), asked, days.today(centre)))
                        .orElseGet(SharingCheck::gone);
        };
    }

    /**
     * What the recipient is called now.
     *
     * @throws InvalidInput at {@code recipient} when there is no such one to choose
     */
    String name(Grant administrative, Recipient recipient) {
        var name =
                switch (recipient) {
                    case Recipient.ToPartner(var partner) -> chosen(partner).map(Partner::name);
                    case Recipient.ToRelative(var relative) ->
                        relative(administrative, relative).map(Relative::name);
                };
        return name.orElseThrow(() -> new InvalidInput("recipient", "referral.error.recipient"));
    }

    /** Where the recipient is found, as the directory has it. */
    @Nullable
    String address(Recipient recipient) {
        return recipient instanceof Recipient.ToPartner(var partner)
                ? directory
                        .find(partner)
                        .map(known -> known.details().address())
                        .orElse(null)
                : null;
    }

    private List<SharingConsent> naming(Grant administrative, Partner partner, boolean held) {
        var names = directory.names(partner.id());
        return (held ? consents.held(administrative) : consents.of(administrative))
                .stream()
                        .filter(consent -> consent.organisation() != null
                                && names.mean(Objects.requireNonNull(consent.organisation())))
                        .toList();
    }

    private Optional<Partner> chosen(PartnerId partner) {
        return directory.find(partner).filter(known -> !known.details().withdrawn());
    }

    private Optional<Relative> relative(Grant administrative, RelativeId relative) {
        return people.details(administrative).relatives().stream()
                .filter(known -> known.id().equals(relative))
                .findFirst();
    }
}
