package org.relais.detox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Makes the codes and tokens of displays, of which only the hashes are kept. */
final class WallSecrets {

    // No letter or digit that is read as another one: 32 of them, so ten say 50 bits
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** Ten letters and digits in two groups. */
    String code() {
        var code = new StringBuilder();
        for (var place = 0; place < LENGTH; place++) {
            if (place == LENGTH / 2) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** 256 bits. */
    String token() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a code however it was typed. */
    static byte[] ofCode(String typed) {
        return of(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
