package org.relais.ultrarapid;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.StaffId;

/**
 * One point of the checklist as it stands for a person.
 *
 * @param by who signed it last; null when nobody did since the last beginning
 * @param open whether it has to be signed, or signed again, before anything may begin
 */
public record SignedPoint(
        UltraRapidChecklist.Point point,
        @Nullable StaffId by,
        @Nullable Instant at,
        boolean open) {}
