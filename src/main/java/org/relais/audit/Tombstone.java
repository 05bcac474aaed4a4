package org.relais.audit;

import java.time.Instant;
import java.util.HexFormat;

import org.relais.shared.Utc;

/**
 * What stays of a month whose rows were removed when their retention was over.
 *
 * @param rows how many there were
 * @param firstEpoch the first epoch that held one
 * @param lastEpoch the last one
 * @param epochsHash over the hashes of these epochs
 */
record Tombstone(
        int month,
        long rows,
        long firstEpoch,
        long lastEpoch,
        String epochsHash,
        String keyId,
        Instant signedAt,
        byte[] signature) {

    /** What is signed. */
    static byte[] signed(
            int month, long rows, long firstEpoch, long lastEpoch, String epochsHash, String keyId, Instant at) {
        var digest = Sha256.begin();
        Sha256.add(digest, "relais-tombstone-1");
        Sha256.add(digest, month);
        Sha256.add(digest, rows);
        Sha256.add(digest, firstEpoch);
        Sha256.add(digest, lastEpoch);
        Sha256.add(digest, epochsHash);
        Sha256.add(digest, keyId);
        Sha256.add(digest, Utc.column(at));
        return digest.digest();
    }

    byte[] signed() {
        return signed(month, rows, firstEpoch, lastEpoch, epochsHash, keyId, signedAt);
    }

    /** The hash over the hashes of epochs, in their order. */
    static String over(Iterable<String> hashes) {
        var digest = Sha256.begin();
        hashes.forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
