package org.relais.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.relais.exchange.referral.SourceKey;

/** How the database names what comes from elsewhere. */
final class SourceName {

    /** The longest key the tables hold. */
    private static final int KEY = 400;

    /** The longest name of a system. */
    private static final int SYSTEM = 120;

    private SourceName() {}

    /** The unique key of an entry. */
    static String key(SourceKey source) {
        return fitting(source.text(), KEY);
    }

    /** The unique key of the person at the source. */
    static String owner(SourceKey source) {
        return fitting(source.ownerSystem() + "|" + source.owner(), KEY);
    }

    /** The system in one line, as staff read it: its address without the protocol. */
    static String system(SourceKey source) {
        var name = source.ownerSystem().replaceFirst("^https?://", "").strip();
        return name.length() <= SYSTEM ? name : fitting(name, SYSTEM);
    }

    // A hash in place of what is too long: cut, two names could become one.
    private static String fitting(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
