package org.relais.demand;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.relais.shared.Conflict;
import org.relais.shared.PersonId;

/**
 * The pseudonyms of clients: a keyed hash of the person and the year. In the files of one year the same person has the
 * same one in every centre; of two years nobody without the key can tell that it is the same person. The key is
 * {@code relais.demand.pseudonym-key}, the network's, at least {@value #SHORTEST} characters; without it no file of
 * clients is made.
 */
@Component
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final int BYTES = 16;

    private final @Nullable SecretKeySpec key;

    Pseudonyms(@Value("${relais.demand.pseudonym-key:#{null}}") @Nullable String configured) {
        this.key = configured == null || configured.strip().length() < SHORTEST
                ? null
                : new SecretKeySpec(configured.strip().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @throws Conflict when there is no key to make any with */
    void require() {
        if (key == null) {
            throw new Conflict("demand.error.key");
        }
    }

    String of(int year, PersonId person) {
        require();
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal(("relais-tdi-1\n" + year + "\n" + person).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
