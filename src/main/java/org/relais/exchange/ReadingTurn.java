package org.relais.exchange;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import org.relais.exchange.fhir.ReferralBundleReader;
import org.relais.exchange.referral.IncomingReferral;
import org.relais.shared.Conflict;

/** Lets few files be read at the same time, so that many large ones at once do not fill the memory of the node. */
@Component
class ReadingTurn {

    private final ReferralBundleReader reader;
    private final StagingLimits limits;
    private final Semaphore turns;

    ReadingTurn(ReferralBundleReader reader, StagingLimits limits) {
        this.reader = reader;
        this.limits = limits;
        this.turns = new Semaphore(limits.readers(), true);
    }

    /**
     * Unpacks and reads a file.
     *
     * @throws org.relais.exchange.referral.BrokenReferral when any of it cannot be read or trusted
     * @throws Conflict when too many others are being read
     */
    ReadFile read(String file, byte[] content) {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Conflict("exchange.error.busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Conflict("exchange.error.busy");
        }
        try {
            var json = reader.unpack(file, content);
            return new ReadFile(json, reader.read(file, json));
        } finally {
            turns.release();
        }
    }

    /** A file and what it holds. */
    @SuppressWarnings("ArrayRecordComponent")
    record ReadFile(byte[] json, IncomingReferral referral) {}
}
