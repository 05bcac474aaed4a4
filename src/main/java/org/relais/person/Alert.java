package org.relais.person;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AlertId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;

/**
 * An alert in force.
 *
 * @param text empty where the reader may only know that there is one
 * @param source where it is known from, null when not said
 * @param recordedBy null where the reader may only know that there is one
 */
public record Alert(
        AlertId id,
        AlertKind kind,
        Severity severity,
        String text,
        @Nullable String source,
        Instant recordedAt,
        @Nullable StaffId recordedBy) {}
