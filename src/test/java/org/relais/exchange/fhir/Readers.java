package org.relais.exchange.fhir;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.util.unit.DataSize;

/** A reader as the application builds it, on a fixed day. */
final class Readers {

    private static final FhirR4 FHIR = new FhirR4();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private Readers() {}

    static ReferralBundleReader reader() {
        return new ReferralBundleReader(
                FHIR,
                CLOCK,
                new ReferralLimits(DataSize.ofMegabytes(32), DataSize.ofMegabytes(32), 64, 10_000_000, 2_000_000));
    }
}
