package org.relais.access;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.relais.shared.LockId;
import org.relais.shared.StaffId;
import org.relais.shared.UnitId;

/**
 * A lock in force; it names a section or a unit.
 *
 * @param section closed to everybody but the authors of what stands in it
 * @param unit what it writes is closed to everybody outside it
 * @param placedBy who entered it for the person
 */
public record PersonLock(
        LockId id, @Nullable Section section, @Nullable UnitId unit, Instant placedAt, StaffId placedBy) {}
