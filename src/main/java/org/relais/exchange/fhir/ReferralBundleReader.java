package org.relais.exchange.fhir;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.stereotype.Component;

import org.relais.exchange.referral.BrokenReferral;
import org.relais.exchange.referral.IncomingReferral;

/**
 * Reads one FHIR R4 bundle, plain JSON or packed with gzip, into an {@link IncomingReferral}. It stores nothing and asks
 * nothing of the database: the same file gives an equal referral, whatever was read before it. Safe to use from several
 * threads at once.
 */
@Component
public class ReferralBundleReader {

    private final FhirR4 fhir;
    private final Clock clock;
    private final ReferralLimits limits;
    private final BundleTree tree;

    ReferralBundleReader(FhirR4 fhir, Clock clock, ReferralLimits limits) {
        this.fhir = fhir;
        this.clock = clock;
        this.limits = limits;
        this.tree = new BundleTree(limits);
    }

    /**
     * Reads the whole file.
     *
     * @throws BrokenReferral when any of it cannot be read or trusted; nothing partial comes out
     */
    public IncomingReferral read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return read(name, BundleFile.read(file, limits));
        } catch (Refused refused) {
            throw refused.in(name);
        }
    }

    /**
     * The bytes of the JSON of a file that is in memory, unpacked where it was packed.
     *
     * @param file its name, for the messages; one that ends in {@code .gz} promises a packed file
     * @throws BrokenReferral when it is larger than the limits allow, or cannot be unpacked
     */
    public byte[] unpack(String file, byte[] content) {
        try {
            return BundleFile.read(file, content, limits);
        } catch (Refused refused) {
            throw refused.in(file);
        }
    }

    /**
     * As {@link #read(Path)}, for what {@link #unpack} gave.
     *
     * @throws BrokenReferral when any of it cannot be read or trusted; nothing partial comes out
     */
    public IncomingReferral read(String file, byte[] json) {
        try {
            var root = tree.read(BundleFile.decode(json));
            var entries = new EntryReading(fhir).entries(root);
            return new ReferralReading(entries, clock).read(file);
        } catch (Refused refused) {
            throw refused.in(file);
        }
    }
}
