package org.relais.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

import org.springframework.stereotype.Component;

/** Signs the hash of a file that leaves the portal. Not a door to anything: it sees the hash alone. */
@Component
public class Signatures {

    /** In front of what is signed, so that no signature of a file can stand for one of an epoch. */
    private static final String CONTEXT = "relais-export-1\n";

    private final KeyPair key;

    Signatures() throws GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** Signs {@code relais-export-1}, a line feed, and the hash in hexadecimal. */
    public Signed sign(String hash) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update((CONTEXT + hash).getBytes(StandardCharsets.US_ASCII));
            return new Signed("0", signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A signature and the key that made it. */
    public record Signed(String keyId, byte[] signature) {}
}
