package org.relais.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is signed: everything written since the epoch before. Hashes are in hexadecimal.
 *
 * @param number counted from 1
 * @param sealedAt by the clock of the database
 * @param previousHash the hash of the epoch before
 * @param readRoot over the numbered rows, by node and number
 * @param writeRoot over the rows written within a change, in the order given
 * @param totalRows sealed up to here, this one included
 * @param complete nothing that could be seen was left waiting
 * @param keyId the key that signs
 * @param rangesHash over the ranges of numbered rows
 */
record Epoch(
        long number,
        Instant sealedAt,
        String previousHash,
        String readRoot,
        String writeRoot,
        int readCount,
        int writeCount,
        long totalRows,
        boolean complete,
        String keyId,
        String rangesHash) {

    static final String BEGINNING = "0".repeat(64);

    /** In a proof: five numbers of eight bytes, four hashes, the key. */
    static final int LENGTH = 6 * Long.BYTES + 4 * Sha256.LENGTH + 16;

    private static final byte[] KIND = "relais-epoch-1".getBytes(StandardCharsets.US_ASCII);

    /**
     * Numbered rows of one node and month.
     *
     * @param first the number after the last one sealed before
     * @param last the newest one found
     */
    record Range(String node, int month, long first, long last) {

        static final Comparator<Range> ORDER = Comparator.comparing(Range::node).thenComparingInt(Range::month);

        long size() {
            return last - first + 1;
        }
    }

    /** One row written within a change. */
    record Write(int month, java.util.UUID event) {}

    static String hashOf(List<Range> ranges) {
        var digest = Sha256.begin();
        ranges.stream().sorted(Range.ORDER).forEach(range -> {
            Sha256.add(digest, range.node());
            Sha256.add(digest, range.month());
            Sha256.add(digest, range.first());
            Sha256.add(digest, range.last());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash that is signed, handed on to the next epoch and kept in checkpoints. */
    String hash() {
        var digest = Sha256.begin();
        digest.update(KIND);
        return HexFormat.of().formatHex(digest.digest(bytes()));
    }

    /** Every field at its fixed place. */
    byte[] bytes() {
        var hex = HexFormat.of();
        return ByteBuffer.allocate(LENGTH)
                .putLong(number)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .putLong(readCount)
                .putLong(writeCount)
                .putLong(totalRows)
                .putLong(complete ? 1 : 0)
                .put(hex.parseHex(previousHash))
                .put(hex.parseHex(readRoot))
                .put(hex.parseHex(writeRoot))
                .put(hex.parseHex(rangesHash))
                .put(keyId.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    static Epoch read(ByteBuffer bytes) {
        var number = bytes.getLong();
        var sealedAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        var reads = Math.toIntExact(bytes.getLong());
        var writes = Math.toIntExact(bytes.getLong());
        var total = bytes.getLong();
        var complete = bytes.getLong() == 1;
        var previous = hex(bytes, Sha256.LENGTH);
        var readRoot = hex(bytes, Sha256.LENGTH);
        var writeRoot = hex(bytes, Sha256.LENGTH);
        var ranges = hex(bytes, Sha256.LENGTH);
        var key = new byte[16];
        bytes.get(key);
        return new Epoch(
                number,
                sealedAt,
                previous,
                readRoot,
                writeRoot,
                reads,
                writes,
                total,
                complete,
                new String(key, StandardCharsets.US_ASCII),
                ranges);
    }

    Epoch withKey(String other) {
        return new Epoch(
                number,
                sealedAt,
                previousHash,
                readRoot,
                writeRoot,
                readCount,
                writeCount,
                totalRows,
                complete,
                other,
                rangesHash);
    }

    private static String hex(ByteBuffer bytes, int length) {
        var part = new byte[length];
        bytes.get(part);
        return HexFormat.of().formatHex(part);
    }

    /** One epoch as it stands in its table. */
    record Sealed(Epoch epoch, String storedHash, byte[] signature, List<Range> ranges) {

        long number() {
            return epoch.number();
        }
    }

    /** What was sealed last, and whether more waits. */
    record Outcome(Optional<Sealed> sealed, boolean more) {

        static final Outcome NONE = new Outcome(Optional.empty(), false);
    }
}
