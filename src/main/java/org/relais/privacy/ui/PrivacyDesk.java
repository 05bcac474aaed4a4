package org.relais.privacy.ui;

import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.GivenAccesses;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Permission;
import org.relais.access.Protections;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;

/** What the section about confidentiality asks: services, and the grants to change something. */
@Component
class PrivacyDesk {

    private final AccessService access;
    private final SharingConsents consents;
    private final Locks locks;
    private final GivenAccesses given;
    private final Protections protections;
    private final PrivacyWords words;

    PrivacyDesk(
            AccessService access,
            SharingConsents consents,
            Locks locks,
            GivenAccesses given,
            Protections protections,
            PrivacyWords words) {
        this.access = access;
        this.consents = consents;
        this.locks = locks;
        this.given = given;
        this.protections = protections;
        this.words = words;
    }

    SharingConsents consents() {
        return consents;
    }

    Locks locks() {
        return locks;
    }

    GivenAccesses given() {
        return given;
    }

    Protections protections() {
        return protections;
    }

    PrivacyWords words() {
        return words;
    }

    Grant fresh(Grant grant) {
        return access.fresh(grant);
    }

    /** A new grant to change what stands in the section. */
    Grant writing(Grant grant) {
        return access.grant(grant.person(), Section.ADMINISTRATIVE, Right.WRITE, Purpose.CARE);
    }

    /** Whether the acting role gives access and protects. */
    boolean gives() {
        return access.rolePermits(Permission.GRANT_ACCESS);
    }
}
