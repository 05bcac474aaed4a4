package org.relais.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.relais.shared.Id;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;

/**
 * The home addresses of members of staff, kept as keyed hashes alone: they can be compared with another address, and
 * read by nobody. Without the key {@code relais.staff.address-key} none is kept and nothing is found.
 */
@Component
public class HomeAddresses {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final @Nullable SecretKeySpec key;

    HomeAddresses(JdbcClient jdbc, @Value("${relais.staff.address-key:#{null}}") @Nullable String configured) {
        this.jdbc = jdbc;
        this.key = configured == null || configured.isBlank()
                ? null
                : new SecretKeySpec(configured.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether there is a key to keep them by. */
    boolean keeps() {
        return key != null;
    }

    /** Whether one is kept of this member of staff. */
    boolean kept(StaffId staff) {
        return jdbc.sql("SELECT COUNT(*) FROM staff_home WHERE staff_id = ?")
                        .param(staff.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The keyed hash of an address, however it is spaced, accented and capitalised; empty without key or letters. */
    public Optional<String> hash(String address) {
        var words = Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return key == null || words.isEmpty() ? Optional.empty() : Optional.of(hash(key, words));
    }

    /** The hashes of these members of staff; missing where none is kept. */
    public Map<StaffId, String> of(Collection<StaffId> staff) {
        var hashes = new HashMap<StaffId, String>();
        if (key != null && !staff.isEmpty()) {
            jdbc.sql("SELECT staff_id, address_hash FROM staff_home WHERE staff_id IN (:staff)")
                    .param("staff", staff.stream().map(Id::value).collect(Collectors.toSet()))
                    .query(row -> {
                        hashes.put(new StaffId(Utc.uuid(row, "staff_id")), row.getString("address_hash"));
                    });
        }
        return hashes;
    }

    private static String hash(SecretKeySpec key, String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
