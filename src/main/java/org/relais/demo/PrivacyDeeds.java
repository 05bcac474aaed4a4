package org.relais.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.access.AccessRequests;
import org.relais.access.AccessService;
import org.relais.access.AskAccess;
import org.relais.access.ConsentPurpose;
import org.relais.access.GiveConsent;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.shared.AccessRequestId;

/** The deeds about who may see what. */
@Component
@ConditionalOnProperty("relais.demonstration")
class PrivacyDeeds {

    private final AccessService access;
    private final SharingConsents consents;
    private final Locks locks;
    private final Protections protections;
    private final GivenAccesses given;
    private final AccessRequests requests;
    private final HouseIndex house;

    PrivacyDeeds(
            AccessService access,
            SharingConsents consents,
            Locks locks,
            Protections protections,
            GivenAccesses given,
            AccessRequests requests,
            HouseIndex house) {
        this.access = access;
        this.consents = consents;
        this.locks = locks;
        this.protections = protections;
        this.given = given;
        this.requests = requests;
        this.house = house;
    }

    /** @param write gives a grant to write in the administrative section; whoever asks from elsewhere has none */
    void perform(Life life, Supplier<Grant> write, Deed.OfPrivacy deed, Instant at) {
        switch (deed) {
            case Deed.ShareWith(var centre, var sections, var days) ->
                consents.give(
                        write.get(),
                        new GiveConsent(
                                house.centre(centre),
                                null,
                                sections,
                                ConsentPurpose.CARE,
                                at.plus(Duration.ofDays(days)),
                                "fr"));
            case Deed.LockSection(var section) -> locks.lockSection(write.get(), section);
            case Deed.Protect(var named, var reason) ->
                protections.protect(
                        write.get(), named.stream().map(house::staff).collect(Collectors.toSet()), reason);
            case Deed.NameKeyWorker(var centre, var colleague) ->
                given.nameKeyWorker(write.get(), house.centre(centre), house.staff(colleague));
            case Deed.AskFor(var centre, var from, var wish, var reason) ->
                requests.ask(
                        access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null),
                        new AskAccess(
                                AccessRequestId.create(),
                                life.person(),
                                house.centre(centre),
                                house.centre(from),
                                wish,
                                reason));
        }
    }
}
