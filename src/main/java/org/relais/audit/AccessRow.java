package org.relais.audit;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Utc;

/**
 * One numbered row with its leaf hash.
 *
 * @param month the UTC month as yyyymm, which also names the partition
 * @param sequence gapless within node and month; null for a row written within a change
 * @param circumstances from where it was asked for
 */
record AccessRow(
        UUID id,
        Instant occurredAt,
        int month,
        String node,
        @Nullable Long sequence,
        AccessEvent event,
        Circumstances circumstances) {

    /**
     * SHA-256 over every field, each with its length in front, so that no two rows share a text form. What came with the
     * second version of the table enters with its name, and only when it is set: older rows keep their hash.
     */
    byte[] leafHash() {
        var digest = Sha256.begin();
        for (var field : new @Nullable Object[] {
            id,
            Utc.column(occurredAt),
            month,
            node,
            sequence,
            event.actor(),
            event.actorRole(),
            event.actorCentre(),
            event.action(),
            event.person(),
            event.section(),
            event.resourceType(),
            event.resource(),
            event.purpose(),
            event.basis(),
            event.allowed(),
            event.queryHash(),
            event.shown()
        }) {
            Sha256.add(digest, field);
        }
        addIfSet(digest, "person_centre_id", event.personCentre());
        addIfSet(digest, "view", circumstances.view());
        addIfSet(digest, "reason", event.reason());
        addIfSet(digest, "legal_basis", event.legalBasis());
        addIfSet(digest, "request_id", circumstances.request());
        addIfSet(digest, "session_hash", circumstances.session());
        return digest.digest();
    }

    /** The UTC month as yyyymm. */
    static int monthOf(Instant instant) {
        var date = instant.atOffset(ZoneOffset.UTC);
        return date.getYear() * 100 + date.getMonthValue();
    }

    private static void addIfSet(MessageDigest digest, String name, @Nullable Object field) {
        if (field != null) {
            Sha256.add(digest, name);
            Sha256.add(digest, field);
        }
    }
}
