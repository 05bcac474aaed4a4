package org.relais.oversight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a sample is drawn by. The seed is a hash of the log itself, so that nobody can choose it; each draw is a hash of
 * seed and number, so that anybody can repeat it with any tool.
 *
 * @param value 64 hexadecimal digits
 */
record SampleSeed(String value) {

    private static final double STEPS = 0x1.0p53;

    /** The SHA-256 of a text. */
    static SampleSeed of(String text) {
        return new SampleSeed(HexFormat.of().formatHex(sha256(text)));
    }

    /** The draw of that number: one of {@code of} numbers from 0 on. */
    long draw(int number, long of) {
        return Long.remainderUnsigned(first(number + ""), of);
    }

    /** Between 0 and 1, both excluded, always the same for one row of the log. */
    double chance(UUID row) {
        return ((first(row.toString()) >>> 11) + 0.5) / STEPS;
    }

    // The first eight bytes of SHA-256 over "seed:what", as an unsigned number
    private long first(String what) {
        return ByteBuffer.wrap(sha256(value + ":" + what)).getLong();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
