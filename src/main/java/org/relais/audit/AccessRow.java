package org.relais.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.relais.shared.Utc;

/**
 * One numbered row with its leaf hash.
 *
 * @param month the UTC month as yyyymm, which also names the partition
 * @param sequence gapless within node and month; null for a row written within a change
 */
record AccessRow(
        UUID id,
        Instant occurredAt,
        int month,
        String node,
        @Nullable Long sequence,
        AccessEvent event) {

    /** SHA-256 over every field, each with its length in front, so that no two rows share a text form. */
    byte[] leafHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
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
                add(digest, field);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, @Nullable Object field) {
        if (field == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return;
        }
        var bytes = field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
