package org.relais.referral;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.Grant;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.directory.Need;
import org.relais.directory.Partner;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerDirectory;
import org.relais.person.Identity;
import org.relais.person.PersonService;
import org.relais.person.RegisterPerson;
import org.relais.shared.ConsentId;
import org.relais.shared.PartnerId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** People, partners and referrals as the social worker of a test's house leaves them. */
@TestComponent
public class ReferralFolk {

    static final Set<Section> USUAL = Set.of(Section.ADMINISTRATIVE, Section.SOCIAL);

    private final AccessService access;
    private final PersonService people;
    private final PartnerDirectory directory;
    private final SharingConsents consents;
    private final PartnerReferrals referrals;

    ReferralFolk(
            AccessService access,
            PersonService people,
            PartnerDirectory directory,
            SharingConsents consents,
            PartnerReferrals referrals) {
        this.access = access;
        this.people = people;
        this.directory = directory;
        this.consents = consents;
        this.referrals = referrals;
    }

    public PersonId register(Place place, String givenName) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> people.register(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new RegisterPerson(
                                place.centre(), place.ward(), Identity.named(givenName, "Castellane", null))));
    }

    /** A partner of a name that no other has. */
    public Partner partner(Place place, String name) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        return place.as(
                Role.SOCIAL_WORKER,
                () -> directory.add(
                        PartnerId.create(),
                        PartnerDetails.of(name + " " + mark, Set.of(Need.HOUSING), "Ville " + mark)));
    }

    public ConsentId agree(Place place, PersonId person, String organisation, Set<Section> sections) {
        return agree(place, person, organisation, sections, ConsentPurpose.SOCIAL_SUPPORT, null);
    }

    public ConsentId agree(
            Place place,
            PersonId person,
            String organisation,
            Set<Section> sections,
            ConsentPurpose purpose,
            @Nullable Instant until) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> consents.give(
                        write(person, Section.ADMINISTRATIVE),
                        new GiveConsent(null, organisation, sections, purpose, until, "fr")));
    }

    public void withdraw(Place place, PersonId person, ConsentId consent) {
        place.as(Role.SOCIAL_WORKER, () -> {
            consents.withdraw(write(person, Section.ADMINISTRATIVE), consent);
            return consent;
        });
    }

    public ComposeLetter asking(Place place, Recipient recipient, Set<Section> sections) {
        return new ComposeLetter(
                place.centre(),
                recipient,
                ConsentPurpose.SOCIAL_SUPPORT,
                sections,
                Need.HOUSING,
                "Une place, proche de sa fille.");
    }

    /** A draft with the usual letter, of what the person agreed to. */
    public PartnerReferralRow draft(Place place, PersonId person, Partner partner) {
        var recipient = new Recipient.ToPartner(partner.id());
        return place.as(Role.SOCIAL_WORKER, () -> {
            var letter = referrals.compose(
                    write(person, Section.SOCIAL),
                    read(person, Section.ADMINISTRATIVE),
                    List.of(),
                    asking(place, recipient, USUAL),
                    Locale.FRENCH);
            return referrals.start(
                    write(person, Section.SOCIAL),
                    read(person, Section.ADMINISTRATIVE),
                    command(place, recipient, letter));
        });
    }

    public StartReferral command(Place place, Recipient recipient, List<LetterParagraph> letter) {
        return new StartReferral(
                PartnerReferralId.create(),
                place.centre(),
                recipient,
                "Une place au calme",
                Need.HOUSING,
                ConsentPurpose.SOCIAL_SUPPORT,
                letter,
                null,
                null);
    }

    /** Agreed and sent. */
    public PartnerReferralRow sent(Place place, PersonId person, Partner partner) {
        agree(place, person, partner.name(), USUAL);
        var draft = draft(place, person, partner);
        return send(place, person, draft);
    }

    public PartnerReferralRow send(Place place, PersonId person, PartnerReferralRow draft) {
        return place.as(
                Role.SOCIAL_WORKER,
                () -> referrals.send(
                        write(person, Section.SOCIAL),
                        read(person, Section.ADMINISTRATIVE),
                        draft.id(),
                        draft.version()));
    }

    public PartnerReferralRow move(Place place, PersonId person, MoveReferral command) {
        return place.as(Role.SOCIAL_WORKER, () -> referrals.move(write(person, Section.SOCIAL), command));
    }

    /** A grant to write; to be called as somebody. */
    public Grant write(PersonId person, Section section) {
        return access.grant(person, section, Right.WRITE, Purpose.CARE);
    }

    /** A grant to read; to be called as somebody. */
    public Grant read(PersonId person, Section section) {
        return access.grant(person, section);
    }
}
