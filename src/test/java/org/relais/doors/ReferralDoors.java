package org.relais.doors;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.directory.Need;
import org.relais.referral.ComposeLetter;
import org.relais.referral.ExchangeKind;
import org.relais.referral.LetterParagraph;
import org.relais.referral.MoveReferral;
import org.relais.referral.NoteExchange;
import org.relais.referral.PartnerReferrals;
import org.relais.referral.Recipient;
import org.relais.referral.ReferralFilter;
import org.relais.referral.ReferralState;
import org.relais.referral.StartReferral;
import org.relais.shared.PartnerExchangeId;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.StepId;

/** The doors of referrals, at a letter to a person's relative. */
@TestComponent
class ReferralDoors extends RoomDoors {

    private static final Set<Section> SECTIONS = Set.of(Section.SOCIAL);
    private static final List<LetterParagraph> LETTER =
            List.of(new LetterParagraph(Section.SOCIAL, "Request", "A place"));

    private final AccessService access;

    ReferralDoors(PartnerReferrals referrals, AccessService access, TransactionTemplate transaction) {
        super(transaction);
        this.access = access;
        reading(referrals);
        letters(referrals);
        writing(referrals);
        listInFull(
                "PartnerReferrals.across(Scope,ReferralFilter,ReferralCursor,int)",
                Section.SOCIAL,
                (scope, row) -> referrals.across(scope, new ReferralFilter(true, null, false), null, 50));
    }

    private void reading(PartnerReferrals referrals) {
        read("PartnerReferrals.letterSections(Grant)", Section.SOCIAL, (grant, row) -> referrals.letterSections(grant));
        read(
                "PartnerReferrals.verdict(Grant,Grant,ComposeLetter)",
                Section.SOCIAL,
                (grant, row) -> referrals.verdict(grant, administrative(row), asked(row)));
        read(
                "PartnerReferrals.mayBeSent(Grant,Grant,PartnerReferralId)",
                Section.SOCIAL,
                (grant, row) -> referrals.mayBeSent(grant, administrative(row), PartnerReferralId.create()));
        read("PartnerReferrals.of(Grant)", Section.SOCIAL, (grant, row) -> referrals.of(grant));
        read(
                "PartnerReferrals.ofSteps(Grant,Collection)",
                Section.SOCIAL,
                (grant, row) -> referrals.ofSteps(grant, Set.of(StepId.create())));
        read(
                "PartnerReferrals.detail(Grant,PartnerReferralId)",
                Section.SOCIAL,
                (grant, row) -> referrals.detail(grant, PartnerReferralId.create()));
        read(
                "PartnerReferrals.letter(Grant,Collection,PartnerReferralId)",
                Section.SOCIAL,
                (grant, row) -> referrals.letter(grant, List.of(), PartnerReferralId.create()));
    }

    private void letters(PartnerReferrals referrals) {
        write(
                "PartnerReferrals.compose(Grant,Grant,Collection,ComposeLetter,Locale)",
                Section.SOCIAL,
                (grant, row) -> referrals.compose(grant, administrative(row), List.of(), asked(row), Locale.FRENCH));
        write(
                "PartnerReferrals.outgoing(Grant,Grant,Collection,PartnerReferralId,AccessAction)",
                Section.SOCIAL,
                (grant, row) -> {
                    var administrative = administrative(row);
                    return undone(() -> referrals.outgoing(
                            grant, administrative, List.of(), PartnerReferralId.create(), AccessAction.PRINT));
                });
        write("PartnerReferrals.pdf(Grant,Grant,Collection,PartnerReferralId,Locale)", Section.SOCIAL, (grant, row) -> {
            var administrative = administrative(row);
            return undone(
                    () -> referrals.pdf(grant, administrative, List.of(), PartnerReferralId.create(), Locale.FRENCH));
        });
    }

    private void writing(PartnerReferrals referrals) {
        write("PartnerReferrals.start(Grant,Grant,StartReferral)", Section.SOCIAL, (grant, row) -> {
            var administrative = administrative(row);
            return undone(() -> referrals.start(
                    grant,
                    administrative,
                    new StartReferral(
                            PartnerReferralId.create(),
                            row.home().centre(),
                            new Recipient.ToRelative(row.relative()),
                            "A place",
                            Need.HOUSING,
                            ConsentPurpose.FAMILY,
                            LETTER,
                            null,
                            null)));
        });
        write(
                "PartnerReferrals.write(Grant,PartnerReferralId,int,List)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> referrals.write(grant, PartnerReferralId.create(), 1, LETTER)));
        write("PartnerReferrals.consent(Grant,Grant,PartnerReferralId,int)", Section.SOCIAL, (grant, row) -> {
            var administrative = administrative(row);
            return undone(() -> referrals.consent(grant, administrative, PartnerReferralId.create(), 1));
        });
        write("PartnerReferrals.send(Grant,Grant,PartnerReferralId,int)", Section.SOCIAL, (grant, row) -> {
            var administrative = administrative(row);
            return undone(() -> referrals.send(grant, administrative, PartnerReferralId.create(), 1));
        });
        write(
                "PartnerReferrals.move(Grant,MoveReferral)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> referrals.move(
                        grant,
                        new MoveReferral(
                                PartnerReferralId.create(), 1, ReferralState.REFUSED, null, "Full", null, null))));
        write(
                "PartnerReferrals.note(Grant,NoteExchange)",
                Section.SOCIAL,
                (grant, row) -> undone(() -> referrals.note(
                        grant,
                        new NoteExchange(
                                PartnerExchangeId.create(),
                                PartnerReferralId.create(),
                                ExchangeKind.CALL,
                                false,
                                null))));
    }

    private Grant administrative(Fixture row) {
        return access.grant(row.person(), Section.ADMINISTRATIVE);
    }

    private static ComposeLetter asked(Fixture row) {
        return new ComposeLetter(
                row.home().centre(),
                new Recipient.ToRelative(row.relative()),
                ConsentPurpose.FAMILY,
                SECTIONS,
                Need.HOUSING,
                null);
    }
}
