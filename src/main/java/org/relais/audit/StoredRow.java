package org.relais.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the table, whatever stands there: a changed word need not be one of ours.
 *
 * @param fields actor to query hash, in the order of the leaf hash
 * @param shown the people shown, in their order
 * @param shownCount how many the row says there are
 * @param details what came with the second version of the table, by name in the order of the leaf hash
 * @param leaf the hash that stands with the row
 */
record StoredRow(
        UUID id,
        LocalDateTime at,
        int month,
        String node,
        @Nullable Long sequence,
        List<@Nullable Object> fields,
        List<UUID> shown,
        int shownCount,
        List<@Nullable Object> details,
        byte[] leaf) {

    static final List<String> DETAILS =
            List.of("person_centre_id", "view", "reason", "legal_basis", "request_id", "session_hash");

    Instant instant() {
        return at.toInstant(ZoneOffset.UTC);
    }

    byte[] computed() {
        return computedAs(id, node, month, sequence);
    }

    /** The hash this row would have in another place. */
    byte[] computedAs(UUID other, String otherNode, int otherMonth, @Nullable Long otherSequence) {
        var digest = Sha256.begin();
        Sha256.add(digest, other);
        Sha256.add(digest, at);
        Sha256.add(digest, otherMonth);
        Sha256.add(digest, otherNode);
        Sha256.add(digest, otherSequence);
        fields.forEach(field -> Sha256.add(digest, field));
        Sha256.add(digest, shown);
        for (int at = 0; at < DETAILS.size(); at++) {
            var detail = details.get(at);
            if (detail != null) {
                Sha256.add(digest, DETAILS.get(at));
                Sha256.add(digest, detail);
            }
        }
        return digest.digest();
    }

    /** Whether it says what it said when it was written. */
    boolean whole() {
        return shownCount == shown.size() && Arrays.equals(leaf, computed());
    }

    /** What a copy of the row has in common with it. */
    Content content() {
        return new Content(at, fields, shown);
    }

    /** Who did what to whom, at which microsecond. */
    record Content(LocalDateTime at, List<@Nullable Object> fields, List<UUID> shown) {}
}
