package org.relais.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import org.springframework.stereotype.Component;

/**
 * Signs the hash of a file that leaves the portal, with the key that seals the log. Not a door to anything: it sees the
 * hash alone.
 */
@Component
public class Signatures {

    /** In front of what is signed, so that no signature of a file can stand for one of an epoch. */
    private static final String CONTEXT = "relais-export-1\n";

    private static final String ALGORITHM = "ed25519:";

    private final AuditProperties properties;

    Signatures(AuditProperties properties) {
        this.properties = properties;
    }

    /**
     * Signs {@code relais-export-1}, a line feed, and the hash in hexadecimal.
     *
     * @throws SignatureUnavailable when the key cannot be read
     */
    public Signed sign(String hash) {
        var key = key();
        return new Signed(key.id(), key.sign(signed(hash)));
    }

    /**
     * Whether the signature is that of the key in use now.
     *
     * @param signature as {@link Signed#text()} writes it
     */
    public boolean holds(String hash, String signature) {
        return signature.startsWith(ALGORITHM)
                && SealingKey.verifies(
                        key().publicKey(),
                        signed(hash),
                        Base64.getDecoder().decode(signature.substring(ALGORITHM.length())));
    }

    private static byte[] signed(String hash) {
        return (CONTEXT + hash).getBytes(StandardCharsets.US_ASCII);
    }

    // Read each time: it may have been followed by another one
    private SealingKey key() {
        try {
            return SealingKey.ofFile(Path.of(properties.sealing().key()));
        } catch (IOException unreadable) {
            throw new SignatureUnavailable(unreadable);
        }
    }

    /** A signature and the key that made it. */
    public record Signed(String keyId, byte[] signature) {

        /**
         * {@code ed25519:} and the signature in base 64. Without the first word one in 64 would begin with a plus, and in a
         * file for a spreadsheet get the apostrophe of a formula, with which it signs nothing.
         */
        public String text() {
            return ALGORITHM + Base64.getEncoder().encodeToString(signature);
        }
    }
}
