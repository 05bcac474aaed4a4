package org.relais.audit;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Checks the sealed log. Not a door to anything: the room that asks has checked its scope, and gets numbers, times and
 * ids.
 */
@Component
public class Verification {

    /**
     * Reads and hashes every row from the first epoch on, and compares with the checkpoints outside the database.
     *
     * @param remembered further checkpoints, such as those the auditors saw
     */
    public Findings verify(Collection<Checkpoint> remembered, VerificationProgress progress) {
        throw new UnsupportedOperationException();
    }

    /** A proof of less than 1 kB that the row is in a sealed epoch; empty when it is not sealed. */
    public Optional<byte[]> proof(UUID event) {
        throw new UnsupportedOperationException();
    }

    /** Whether the proof holds for the row as it stands there now. */
    public boolean holds(byte[] proof, UUID event) {
        throw new UnsupportedOperationException();
    }
}
