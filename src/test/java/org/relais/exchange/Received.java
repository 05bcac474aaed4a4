package org.relais.exchange;

import org.springframework.boot.test.context.TestComponent;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.exchange.fhir.ReferralBundleReader;
import org.relais.exchange.fhir.SyntheaFiles;
import org.relais.staff.Role;
import org.relais.support.House.Place;

/** Referrals as the wards of a test's house took them in. A person is known by their source: one file for one test. */
@TestComponent
public class Received {

    private final ReferralBundleReader reader;
    private final ReferralImport imports;
    private final AccessService access;

    Received(ReferralBundleReader reader, ReferralImport imports, AccessService access) {
        this.reader = reader;
        this.imports = imports;
        this.access = access;
    }

    /** @param start how the name of the file begins */
    public ReferralResult take(Place place, String start) {
        var referral = reader.read(SyntheaFiles.copy(start));
        return place.as(
                Role.COORDINATOR,
                () -> imports.take(access.taskScope("import", place.centre(), Purpose.IMPORT), place.ward(), referral));
    }
}
